import { Command, CommanderError } from 'commander';
import { addons } from '../addons/index.ts';
import { AppError } from '../lib/errors.ts';
import type { Environment } from '../lib/settings-part.ts';
import type { Terminal } from '../lib/terminal.ts';
import { type ApplyOptions, applyCommand } from './commands/apply.ts';
import { type ConfigCommandOptions, configCommand } from './commands/config.ts';
import { doctorCommand } from './commands/doctor.ts';
import { type PlanCommandOptions, planCommand } from './commands/plan.ts';
import { serveCommand } from './commands/serve.ts';
import { compose, type Parts } from './compose.ts';

export interface Program {
  /** Runs the command that the arguments name and answers the exit code. */
  run(argv: readonly string[]): Promise<number>;
}

/** The commands and their options. `environment` holds the settings. */
export function createProgram(terminal: Terminal, environment: Environment): Program {
  let exitCode = 0;
  const withParts = async (command: (parts: Parts) => Promise<number>) => {
    const parts = compose(environment);
    try {
      exitCode = await command(parts);
    } finally {
      await parts.close();
    }
  };

  const program = new Command('supportdesk')
    .description('A complete help desk for Odoo 18 Community, without installing a Python addon')
    .exitOverride()
    .showHelpAfterError();

  program
    .command('plan')
    .description('Show what apply would change in Odoo')
    .addHelpText('after', '\nExits with 0 if there is nothing to do, 2 if changes are pending, 1 on errors.')
    .option('--overwrite', 'show what apply --overwrite would do')
    .option('--keep-data', 'show what apply --keep-data would do')
    .action((options: PlanCommandOptions) => withParts((parts) => planCommand(parts, terminal, options)));
  program
    .command('apply')
    .description('Create and update models, views, access rules and automations in Odoo')
    .option('--yes', 'do not ask before changing anything')
    .option('--allow-destructive', 'also delete and replace, losing the data in them')
    .option('--yes-delete <model>', 'also delete this model with all its records; repeatable', addTo, [])
    .option('--keep-data', 'leave in Odoo what people made, though it is no longer declared')
    .option('--overwrite', 'change back what people changed in Odoo')
    .action((options: ApplyOptions) => withParts((parts) => applyCommand(parts, terminal, options)));
  program
    .command('serve')
    .description('Serve the customers’ portal and run the scheduled jobs')
    .addHelpText(
      'after',
      '\nEnds cleanly on SIGTERM. /healthz tells that it is alive, /readyz that Odoo answers.',
    )
    .action(() => withParts(serveCommand));
  program
    .command('doctor')
    .description(
      'Check Odoo, its modules and rights, the sources and the settings, with a remedy for each fault',
    )
    .action(() => withParts((parts) => doctorCommand(parts, terminal)));
  program
    .command('config')
    .description('Show what the organisation decided in its YAML, and where each line comes from')
    .addHelpText('after', '\nExits with 0, with 1 where something is wrong. Needs no Odoo.')
    .option('--json', 'for programs: what holds, without where it comes from')
    .action((options: ConfigCommandOptions) => {
      exitCode = configCommand(environment, terminal, options);
    });

  for (const { declaration, commands = [] } of addons) {
    for (const { name, description, help, args = [], options, run } of commands) {
      const command = createCommand(program, name).description(description);
      if (help) command.addHelpText('after', `\n${help}`);
      for (const argument of args) command.argument(`<${argument.name}>`, argument.description);
      for (const option of options) command.option(option.flags, option.description);
      command.action((...given: readonly unknown[]) =>
        withParts((parts) => {
          checkIsOn(declaration.name, parts);
          const typed = Object.fromEntries(args.map((argument, place) => [argument.name, given[place]]));
          return run({ services: parts.services, terminal }, { ...Object(given[args.length]), ...typed });
        }),
      );
    }
  }

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

/** `mail setup` is the command `setup` of the group `mail`. */
function createCommand(program: Command, name: string): Command {
  const [last = name, ...groups] = name.split(' ').reverse();
  const parent = groups
    .reverse()
    .reduce((at, group) => at.commands.find((known) => known.name() === group) ?? at.command(group), program);
  return parent.command(last);
}

/** Commands are listed whatever the organisation decided; its YAML is read when one runs. */
function checkIsOn(name: string, { addons: on }: Parts): void {
  if (on.some(({ declaration }) => declaration.name === name)) return;
  throw new AppError(`the addon ${name} is switched off`, {
    code: 'addon_off',
    help: 'The organisation’s YAML says so under addons; `supportdesk config` shows where.',
  });
}

const addTo = (value: string, values: readonly string[]): readonly string[] => [...values, value];
