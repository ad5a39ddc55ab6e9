import { createAsk } from '../../../actions/asked-action.ts';
import type { Told } from '../../../lib/phrase.ts';
import { ExternalId } from '../../../odoo/builtin-models.ts';
import { ZAMMAD_MODULE } from '../external-names.ts';
import { findUsesAction } from '../gone/actions.ts';
import { phrase } from '../texts.ts';
import type { Listed } from './follow-names.ts';
import type { ReconcileOptions } from './reconcile-options.ts';

/** What in Odoo uses contacts, in words, by their ids; three calls for any number. What nothing uses is left out. */
export async function findUses(
  { odoo, names, say }: ReconcileOptions,
  listed: Listed,
  partnerIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { uses } = await createAsk(findUsesAction)(odoo, partnerIds);
  const links = await odoo.model(ExternalId).searchRead(
    [
      ['module', '=', ZAMMAD_MODULE],
      ['model', '=', 'res.partner'],
      ['res_id', 'in', partnerIds],
    ],
    { fields: ['name', 'res_id'] },
  );
  const ours = [names.user(0), names.organization(0)].map((name) => name.slice(0, -1));
  // Somebody else, here or in another source, whose contact it is as well.
  const shared = links.filter(({ name }) => {
    const externalId = `${ZAMMAD_MODULE}.${name}`;
    return listed.has(externalId) || !ours.some((prefix) => externalId.startsWith(prefix));
  });
  return new Map(
    partnerIds.flatMap((id): [number, string][] => {
      const parts: Told[] = Object.entries(uses[id] ?? {}).map(([name, count]) => `${name} (${count})`);
      if (shared.some(({ res_id }) => res_id === id)) parts.push(phrase('zammad.otherUser'));
      return parts.length > 0 ? [[id, parts.map(say).join(', ')]] : [];
    }),
  );
}
