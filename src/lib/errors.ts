import { english, type Told } from './phrase.ts';

export interface AppErrorOptions {
  /** Stable and greppable, e.g. `odoo_access_denied`. */
  readonly code: string;
  /** What the reader can do about it, one or two sentences. */
  readonly help?: Told;
  /** True where the same call may succeed later without anybody changing anything. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/**
 * The base of every error we raise on purpose: a message that says what, a code, and a remedy. Both are in English; where
 * they are phrases they can be said in other languages, too.
 */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly code: string;
  readonly what: Told;
  readonly remedy: Told | undefined;
  readonly retryable: boolean;

  constructor(what: Told, options: AppErrorOptions) {
    super(english(what), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.what = what;
    this.remedy = options.help;
    this.retryable = options.retryable ?? false;
  }

  get help(): string | undefined {
    return this.remedy === undefined ? undefined : english(this.remedy);
  }
}

/** The message of anything that was thrown, for logs and the terminal. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The same for people who read another language. */
export function whatFailed(error: unknown): Told {
  return error instanceof AppError ? error.what : errorMessage(error);
}
