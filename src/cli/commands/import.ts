import type { ImportResult } from '../../addons/zammad/import-tickets.ts';
import { ConfigurationError } from '../../config.ts';
import type { Parts } from '../compose.ts';
import type { Terminal } from '../terminal.ts';
import type { ZammadImport } from '../zammad-import.ts';
import { stopSignal } from './serve.ts';

export interface ImportCommandOptions {
  /** Compare every ticket, not only what changed since the last run. */
  readonly full?: boolean;
}

/** One import run. Answers 0, or 3 where it finished but Odoo refused some records. Ctrl+C ends it between two steps. */
export async function importCommand(
  parts: Parts,
  terminal: Terminal,
  options: ImportCommandOptions,
): Promise<number> {
  const source = getImport(parts);
  const abort = new AbortController();
  const stopped = stopSignal(abort.signal).then((signal) => {
    if (signal !== undefined) abort.abort();
  });
  const result = await source
    .run({
      signal: abort.signal,
      full: options.full ?? false,
      onProgress: (progress) => terminal.note(renderCounts(progress)),
    })
    .finally(() => abort.abort());
  await stopped;
  terminal.print(renderResult(result));
  if (result.outcome === 'interrupted') return 1;
  return result.refused.length > 0 ? 3 : 0;
}

function getImport({ zammad }: Parts): ZammadImport {
  if (zammad) return zammad;
  throw new ConfigurationError('there is no source to import from', {
    code: 'configuration',
    help: 'Set ZAMMAD_URL and ZAMMAD_TOKEN; docs/zammad.md tells how.',
  });
}

function renderCounts({ read, created, updated, unchanged, messages, refused }: ImportResult): string {
  return `${read} tickets read: ${created} created, ${updated} updated, ${unchanged} unchanged; ${messages} messages; ${refused.length} refused`;
}

function renderResult(result: ImportResult): string {
  if (result.outcome === 'inactive') {
    return 'The source is switched off in Odoo, under Support › Configuration › Import Sources.';
  }
  const refusals = result.refused.map(({ externalId, reason }) => `  refused ${externalId}: ${reason}`);
  const end = result.outcome === 'interrupted' ? 'Interrupted; the next run goes on here.' : 'Finished.';
  return [...refusals, `${end} ${renderCounts(result)}; ${(result.durationMs / 1000).toFixed(1)} s`].join(
    '\n',
  );
}
