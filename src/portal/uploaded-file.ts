import type { PortalKey } from '../lib/text-key.ts';
/** A file that a customer sent, on this machine's disk until the request is over. */
export interface UploadedFile {
  readonly name: string;
  /** By its content, whatever the browser said. */
  readonly mimetype: string;
  /** In bytes. */
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
}

export interface UploadLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}

/** Odoo holds what it is sent in memory, as base64 in JSON, and takes 128 MiB at most. */
export const UPLOAD_LIMITS: UploadLimits = {
  files: 10,
  fileBytes: 20 * 1024 * 1024,
  totalBytes: 40 * 1024 * 1024,
};

/** Keys of what a customer is told of a file that is not taken. */
export type UploadError = Extract<PortalKey, `upload.error.${string}`>;

export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly UploadedFile[];
  /** The names of all files that were sent, taken or not. */
  readonly names: readonly string[];
  readonly error: UploadError | undefined;
  /** Why it cannot be carried out, though its fields came: no room for the files, or more than a form may hold. */
  readonly fault: unknown;
  /** Deletes the files from the disk. */
  remove(): Promise<void>;
}
