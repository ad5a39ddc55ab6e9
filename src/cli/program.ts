import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { parseSettings, type Settings } from '../config.ts';
import { type ApplyOptions, applyCommand } from './commands/apply.ts';
import { doctorCommand } from './commands/doctor.ts';
import { type ImportCommandOptions, importCommand } from './commands/import.ts';
import { type PlanCommandOptions, planCommand } from './commands/plan.ts';
import { serveCommand } from './commands/serve.ts';
import { compose, type Parts } from './compose.ts';
import type { Terminal } from './terminal.ts';

export interface Program {
  /** Runs the command that the arguments name and answers the exit code. */
  run(argv: readonly string[]): Promise<number>;
}

/** The commands and their options. `environment` holds the settings. */
export function createProgram(
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>>,
): Program {
  let exitCode = 0;
  const withParts = async (command: (parts: Parts, settings: Settings) => Promise<number>) => {
    const settings = parseSettings(environment);
    const parts = compose(settings);
    try {
      exitCode = await command(parts, settings);
    } finally {
      parts.close();
    }
  };

  const program = new Command('supportdesk')
    .description('A complete help desk for Odoo 18 Community, without installing a Python addon')
    .exitOverride()
    .showHelpAfterError();

  program
    .command('plan')
    .description('Show what apply would change in Odoo')
    .addHelpText(
      'after',
      '\nExits with 0 where there is nothing to do, 2 where changes are pending, 1 on errors.',
    )
    .option('--overwrite', 'show what apply --overwrite would do')
    .action((options: PlanCommandOptions) => withParts((parts) => planCommand(parts, terminal, options)));
  program
    .command('apply')
    .description('Create and update models, views, access rules and automations in Odoo')
    .option('--yes', 'do not ask before changing anything')
    .option('--allow-destructive', 'also delete and replace, losing the data in them')
    .option('--yes-delete <model>', 'also delete this model with all its records; repeatable', addTo, [])
    .option('--overwrite', 'change back what people changed in Odoo')
    .action((options: ApplyOptions) => withParts((parts) => applyCommand(parts, terminal, options)));
  program
    .command('import')
    .description('Import what changed in Zammad since the last run')
    .option('--source <name>', 'one source of several')
    .option('--full', 'compare every ticket, not only what changed')
    .option('--since <date>', 'begin at the changes of this day or moment', parseMoment)
    .option('--only <ids>', 'only these tickets, by the ids in Zammad’s addresses: 42,43', parseIds)
    .option('--dry-run', 'print what would change and write nothing')
    .addHelpText(
      'after',
      '\nExits with 0, with 3 where it finished but Odoo refused some records, with 1 where it did not finish.',
    )
    .action((options: ImportCommandOptions) => withParts((parts) => importCommand(parts, terminal, options)));
  program
    .command('serve')
    .description('Serve the customers’ portal and run the scheduled imports')
    .addHelpText(
      'after',
      '\nEnds cleanly on SIGTERM. /healthz says that it lives, /readyz that Odoo answers.',
    )
    .action(() => withParts(serveCommand));
  program
    .command('doctor')
    .description(
      'Check Odoo, its modules and rights, the sources and the settings, with a remedy for each fault',
    )
    .action(() => withParts((parts, settings) => doctorCommand(parts, settings, terminal)));

  return {
    async run(argv) {
      try {
        await program.parseAsync([...argv], { from: 'user' });
        return exitCode;
      } catch (error) {
        if (error instanceof CommanderError) return error.exitCode;
        throw error;
      }
    },
  };
}

const addTo = (value: string, values: readonly string[]): readonly string[] => [...values, value];

/** ISO 8601 in UTC, as sources compare it. */
function parseMoment(text: string): string {
  const date = new Date(text);
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw new InvalidArgumentError('A date such as 2026-03-01 or 2026-03-01T08:00Z is wanted.');
}

function parseIds(text: string): readonly number[] {
  const ids = text.split(',').map((id) => Number(id.trim()));
  if (ids.every((id) => Number.isInteger(id) && id > 0)) return ids;
  throw new InvalidArgumentError('Ids parted by commas are wanted, such as 42,43.');
}
