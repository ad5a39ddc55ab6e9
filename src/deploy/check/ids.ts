import { suggestion } from '../../lib/suggestion.ts';
import { toExternalId } from '../../schema/index.ts';
import { type DesiredRecord, referencesOf } from '../record.ts';
import type { Problem } from './problem.ts';

/** Every id stands once, and every id that is named stands somewhere. */
export function checkIds(records: readonly DesiredRecord[]): readonly Problem[] {
  const owners = new Map<string, string>();
  const twice: Problem[] = [];
  for (const { externalId, address } of records) {
    const owner = owners.get(externalId);
    if (owner !== undefined) twice.push({ address, message: `the id is taken by ${owner}` });
    owners.set(externalId, address);
  }
  const ours = toExternalId('');
  const dangling = records.flatMap((record) =>
    referencesOf(record)
      .filter((id) => id.startsWith(ours) && !owners.has(id))
      .map((id) => ({
        address: record.address,
        message: `nothing is declared as "${bare(id)}"${suggestion(bare(id), [...owners.keys()].map(bare))}`,
      })),
  );
  return [...twice, ...dangling];
}

const bare = (externalId: string) => externalId.slice(externalId.indexOf('.') + 1);
