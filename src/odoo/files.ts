import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { createBinary } from './binary.ts';
import { Attachment } from './builtin-models.ts';
import { OdooError } from './faults.ts';
import type { Odoo } from './model-api.ts';
import { phrase } from './texts.ts';

export interface FilesOptions {
  readonly odoo: Odoo;
  readonly baseUrl: string;
  readonly db: string;
}

export interface UploadOptions {
  readonly name: string;
  /** Odoo guesses it from the name and the bytes unless told. */
  readonly mimetype?: string;
  /** In bytes, where known: some proxies insist on it. */
  readonly size?: number;
  /** The record that the file belongs to; whoever may read the record may read the file. */
  readonly record?: { readonly model: string; readonly id: number };
  readonly signal?: AbortSignal;
}

export interface Download {
  readonly body: Readable;
  readonly name: string | undefined;
  readonly mimetype: string | undefined;
  /** In bytes. */
  readonly size: number | undefined;
}

export interface Files {
  /** Sends a file while it is read and answers the attachment's id. Never sent twice. */
  upload(bytes: AsyncIterable<Uint8Array>, options: UploadOptions): Promise<number>;
  /**
   * `token` is the attachment's own, where somebody handed it out: with it a file is read that the service account may
   * not. @throws OdooError `odoo_missing` where there is no such attachment, or it has no file or another token.
   */
  download(
    attachmentId: number,
    options?: { readonly signal?: AbortSignal; readonly token?: string },
  ): Promise<Download>;
}

/** What Node's parser of HTTP makes of a header that is none: the one or the other, as Node's version is. */
const HEADER_FAULTS = ['HTTPParserError', 'ResponseContentLengthMismatchError'];

/** Of an answer whose head never came; a body that breaks off comes to whoever reads it. */
const isHeaderFault = (error: unknown): boolean =>
  error instanceof Error && (HEADER_FAULTS.includes(error.name) || isHeaderFault(error.cause));

const Tokens = z.array(z.string()).min(1);

/** Attachments in and out of Odoo as streams. */
export function createFiles({ odoo, baseUrl, db }: FilesOptions): Files {
  let cookie: string | undefined;

  async function get(path: string, signal: AbortSignal | undefined): Promise<Response> {
    const headers: Record<string, string> = cookie === undefined ? {} : { cookie };
    const request = { headers, redirect: 'manual', ...(signal ? { signal } : {}) } as const;
    return fetch(new URL(path, baseUrl), request).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw unreachable(baseUrl, error);
    });
  }

  /** A name may hold a control that Odoo sends in a header as it is, and no client takes; under another name it comes. */
  async function getFile(path: string, signal: AbortSignal | undefined): Promise<Response> {
    return get(path, signal).catch((error: unknown) => {
      if (!isHeaderFault(error)) throw error;
      return get(`${path}&filename=file`, signal);
    });
  }

  /** An Odoo with several databases finds a file only with a session that has chosen one; it needs no login. */
  async function chooseDatabase(signal: AbortSignal | undefined): Promise<void> {
    cookie = undefined;
    const answer = await get(`/web/login?db=${encodeURIComponent(db)}`, signal);
    await answer.body?.cancel();
    const session = answer.headers.getSetCookie().find((line) => line.startsWith('session_id='));
    cookie = session?.split(';')[0];
  }

  async function makeToken(id: number, signal: AbortSignal | undefined): Promise<string> {
    const tokens = await odoo.call(
      Attachment.name,
      'generate_access_token',
      [[id]],
      {},
      { retry: true, signal },
    );
    return Tokens.parse(tokens)[0] ?? '';
  }

  return {
    async upload(bytes, { name, mimetype, size, record, signal }) {
      const [id] = await odoo
        .with({ signal })
        .model(Attachment)
        .create([
          {
            name,
            datas: createBinary(bytes, size === undefined ? {} : { size }),
            ...(mimetype === undefined ? {} : { mimetype }),
            ...(record ? { res_model: record.model, res_id: record.id } : {}),
          },
        ]);
      return z.number().parse(id);
    },
    async download(id, { signal, token = undefined } = {}) {
      const path = `/web/content/${id}?access_token=${encodeURIComponent(token ?? (await makeToken(id, signal)))}&download=1`;
      let answer = await getFile(path, signal);
      if (answer.status === 404) {
        await answer.body?.cancel();
        await chooseDatabase(signal);
        answer = await getFile(path, signal);
      }
      if (answer.status !== 200 || answer.body === null) throw await noFile(id, answer);
      const size = Number(answer.headers.get('content-length') ?? Number.NaN);
      return {
        name: findFileName(answer.headers.get('content-disposition')),
        body: Readable.fromWeb(answer.body as ReadableStream),
        mimetype: answer.headers.get('content-type') ?? undefined,
        size: Number.isNaN(size) ? undefined : size,
      };
    },
  };
}

function findFileName(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded === undefined) return /filename="?([^";]+)/i.exec(disposition ?? '')?.[1];
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

async function noFile(id: number, answer: Response): Promise<OdooError> {
  await answer.body?.cancel();
  return new OdooError(phrase('odoo.noFile', { id, status: answer.status }), {
    code: answer.status === 404 ? 'odoo_missing' : 'odoo_server_error',
    help: phrase('odoo.noFile.help'),
  });
}

function unreachable(baseUrl: string, cause: unknown): OdooError {
  return new OdooError(`${baseUrl} cannot be reached`, {
    code: 'odoo_unreachable',
    help: 'Check the address, that the server is running, and that no firewall is in the way.',
    retryable: true,
    cause,
  });
}
