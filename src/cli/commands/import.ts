import type { Importer } from '../../addons/imports/importer.ts';
import { runImport } from '../../addons/imports/run-import.ts';
import { ConfigurationError, FIRST_SOURCE } from '../../config.ts';
import { systemClock } from '../../lib/clock.ts';
import type { Parts } from '../compose.ts';
import { createProgress } from '../import-progress.ts';
import { renderResult } from '../render-import.ts';
import type { Terminal } from '../terminal.ts';
import { stopSignal } from './serve.ts';

export interface ImportCommandOptions {
  /** Compare every ticket, not only what changed since the last run. */
  readonly full?: boolean;
  /** Say what would change, and write nothing. */
  readonly dryRun?: boolean;
  /** Begin at the changes of this moment, whatever was read before; ISO 8601. */
  readonly since?: string;
  /** Only these tickets, by Zammad's ids. */
  readonly only?: readonly number[];
  /** One source of several. */
  readonly source?: string;
}

/**
 * One run of every source, or of the one named. Answers 0, or 3 where it finished but Odoo refused some records.
 * Ctrl+C ends it between two steps, with 1.
 */
export async function importCommand(
  parts: Parts,
  terminal: Terminal,
  options: ImportCommandOptions,
): Promise<number> {
  const importers = getImporters(parts, options.source);
  const abort = new AbortController();
  const stopped = stopSignal(abort.signal).then((signal) => {
    if (signal !== undefined) abort.abort();
  });
  const codes: number[] = [];
  try {
    for (const importer of importers) {
      codes.push(await importOne(parts, terminal, importer, options, abort.signal));
    }
  } finally {
    abort.abort();
  }
  await stopped;
  return codes.includes(1) ? 1 : Math.max(...codes);
}

function getImporters({ importers }: Parts, key: string | undefined): readonly Importer[] {
  const found = importers.filter((importer) => key === undefined || importer.key === key);
  if (found.length > 0) return found;
  const names = importers.map((importer) => importer.key).join(', ');
  const others = names === '' ? 'nor any other' : `only ${names}`;
  throw new ConfigurationError(
    key === undefined ? 'there is no source to import from' : `there is no source "${key}", ${others}`,
    { code: 'configuration', help: helpFor(key) },
  );
}

function helpFor(key: string | undefined): string {
  return key === undefined || key === FIRST_SOURCE
    ? 'Set ZAMMAD_URL and ZAMMAD_TOKEN; docs/zammad.md tells how.'
    : 'Further sources are named in IMPORT_SOURCES, each with settings of its own; docs/configuration.md tells how.';
}

async function importOne(
  { odoo, log }: Parts,
  terminal: Terminal,
  importer: Importer,
  options: ImportCommandOptions,
  signal: AbortSignal,
): Promise<number> {
  const progress = createProgress(terminal, systemClock);
  const result = await runImport({
    odoo,
    importer,
    clock: systemClock,
    log,
    signal,
    mode: options.dryRun ? 'dry' : options.full ? 'full' : 'import',
    trigger: 'shell',
    since: options.since,
    only: options.only,
    onTotal: progress.total,
    onProgress: progress.show,
    onChanges: (lines) => {
      progress.end();
      for (const line of lines) terminal.print(line);
    },
  }).finally(progress.end);
  terminal.print(renderResult(importer, result, options.dryRun));
  if (result.outcome === 'interrupted') return 1;
  return result.refused > 0 ? 3 : 0;
}
