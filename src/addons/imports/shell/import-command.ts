import { z } from 'zod';
import { ConfigurationError } from '../../../lib/settings-part.ts';
import { stopSignal } from '../../../lib/stop-signal.ts';
import { type CommandContext, defineCommand } from '../../command.ts';
import type { Services } from '../../services.ts';
import { connectors, importersOf } from '../connectors.ts';
import type { Importer } from '../importer.ts';
import { runImport } from '../run-import.ts';
import { createProgress } from './progress.ts';
import { renderResult } from './render-result.ts';

/** ISO 8601 in UTC, as sources compare it. */
const Moment = z
  .string()
  .refine(
    (text) => !Number.isNaN(Date.parse(text)),
    'expected a date such as 2026-03-01 or 2026-03-01T08:00Z',
  )
  .transform((text) => new Date(text).toISOString());

const Ids = z
  .string()
  .transform((text) => text.split(',').map((id) => Number(id.trim())))
  .refine(
    (ids) => ids.every((id) => Number.isInteger(id) && id > 0),
    'expected IDs separated by commas, such as 42,43',
  );

const Options = z.object({
  /** One source of several. */
  source: z.string().optional(),
  /** Compare every ticket, not only what changed since the last run. */
  full: z.boolean().default(false),
  /** Begin at the changes of this moment, whatever was read before. */
  since: Moment.optional(),
  /** Only these tickets, by the source's ids. */
  only: Ids.optional(),
  /** Say what would change, and write nothing. */
  dryRun: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof Options>;

/**
 * One run of every source, or of the one named. Answers 0, or 3 where it finished but Odoo refused some records.
 * Ctrl+C ends it between two steps, with 1.
 */
export const importCommand = defineCommand({
  name: 'import',
  description: 'Import what changed in the sources since the last run',
  help: 'Exits with 0; with 3 if it finished but Odoo refused some records; with 1 if it did not finish.',
  options: [
    { flags: '--source <name>', description: 'only this source' },
    { flags: '--full', description: 'compare every ticket, not only what changed' },
    { flags: '--since <date>', description: 'start with what changed on or after this day or moment' },
    { flags: '--only <ids>', description: 'only these tickets, by the IDs in the source’s addresses: 42,43' },
    { flags: '--dry-run', description: 'print what would change and write nothing' },
  ],
  schema: Options,
  async run(context, options) {
    const importers = getImporters(context.services, options.source);
    const abort = new AbortController();
    const stopped = stopSignal(abort.signal).then((signal) => {
      if (signal !== undefined) abort.abort();
    });
    const codes: number[] = [];
    try {
      for (const importer of importers) {
        codes.push(await importOne(context, importer, options, abort.signal));
      }
    } finally {
      abort.abort();
    }
    await stopped;
    return codes.includes(1) ? 1 : Math.max(...codes);
  },
});

function getImporters(services: Services, key: string | undefined): readonly Importer[] {
  const importers = importersOf(services);
  const found = importers.filter((importer) => key === undefined || importer.key === key);
  if (found.length > 0) return found;
  const names = importers.map((importer) => importer.key).join(', ');
  const others = names === '' ? 'nor any other' : `only ${names}`;
  const help = connectors.of(services.contributions).map((connector) => connector.help);
  throw new ConfigurationError(
    key === undefined ? 'there is no source to import from' : `there is no source "${key}", ${others}`,
    { code: 'configuration', help: help.join(' ') || 'No addon that is switched on imports anything.' },
  );
}

async function importOne(
  { services: { odoo, log, clock, i18n }, terminal }: CommandContext,
  importer: Importer,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<number> {
  const progress = createProgress(terminal, clock);
  const result = await runImport({
    odoo,
    sayIn: i18n.sayIn,
    importer,
    clock,
    log,
    signal,
    mode: options.dryRun ? 'dry' : options.full ? 'full' : 'import',
    trigger: 'shell',
    full: options.full,
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
