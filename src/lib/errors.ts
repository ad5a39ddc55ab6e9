export interface AppErrorOptions {
  /** Stable and greppable, e.g. `odoo_access_denied`. */
  readonly code: string;
  /** What the reader can do about it, one or two sentences. */
  readonly help?: string;
  /** True where the same call may succeed later without anybody changing anything. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/** The base of every error we raise on purpose: a message that says what, a code, and a remedy. */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly code: string;
  readonly help: string | undefined;
  readonly retryable: boolean;

  constructor(message: string, options: AppErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.help = options.help;
    this.retryable = options.retryable ?? false;
  }
}

/** The message of anything that was thrown, for logs and reports. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
