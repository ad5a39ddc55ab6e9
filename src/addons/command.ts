import type { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import type { Terminal } from '../lib/terminal.ts';
import type { Services } from './services.ts';

/** What an addon adds to the command line: `supportdesk <name>`. */
export interface Command {
  readonly name: string;
  readonly description: string;
  /** What its help says last, such as the exit codes. */
  readonly help?: string;
  /** What stands behind its name without a flag, each of it needed. */
  readonly args?: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  /** Answers the exit code. */
  run(context: CommandContext, options: unknown): Promise<number>;
}

export interface CommandArgument {
  /** Under which the schema finds it. */
  readonly name: string;
  readonly description: string;
}

export interface CommandOption {
  /** As commander writes them: `--since <date>`. */
  readonly flags: string;
  readonly description: string;
}

export interface CommandContext {
  readonly services: Services;
  readonly terminal: Terminal;
}

interface CommandDeclaration<S extends z.ZodType> extends Omit<Command, 'run'> {
  /** Of the options as they were typed, by their names in camel case. */
  readonly schema: S;
  run(context: CommandContext, options: z.infer<S>): Promise<number>;
}

/** Declares a command; what was typed passes its schema before anything runs. */
export function defineCommand<S extends z.ZodType>({
  schema,
  run,
  ...command
}: CommandDeclaration<S>): Command {
  return {
    ...command,
    run(context, typed) {
      const options = schema.safeParse(typed);
      if (options.success) return run(context, options.data);
      const problems = options.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
      throw new AppError(problems.join('\n'), {
        code: 'usage',
        help: `See: supportdesk ${command.name} --help`,
      });
    },
  };
}
