import { OdooError } from './faults.ts';
import { phrase } from './texts.ts';

const source = Symbol('binary');

/** A file on its way into a binary field: read once, as it is sent, and never held in memory as a whole. */
export interface Binary {
  readonly [source]: AsyncIterable<Uint8Array>;
  /** In bytes. Known, the request says its length, which some proxies insist on. */
  readonly size: number | undefined;
}

export function createBinary(
  bytes: AsyncIterable<Uint8Array>,
  { size }: { readonly size?: number } = {},
): Binary {
  return { [source]: bytes, size };
}

export function isBinary(value: unknown): value is Binary {
  return typeof value === 'object' && value !== null && source in value;
}

/** Whether there is a file anywhere in what a call is given. */
export function holdsBinary(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isBinary(value) || Object.values(value).some(holdsBinary);
}

/** How many characters {@link renderBase64} will give, where that is known. */
export function findBase64Length({ size }: Binary): number | undefined {
  return size === undefined ? undefined : 4 * Math.ceil(size / 3);
}

/** The bytes as base64, piece by piece. @throws OdooError `odoo_value` where the size turns out to be another. */
export async function* renderBase64(binary: Binary): AsyncGenerator<string, void, undefined> {
  let rest: Uint8Array = new Uint8Array();
  let read = 0;
  for await (const bytes of binary[source]) {
    read += bytes.length;
    const joined = Buffer.concat([rest, bytes]);
    // Three bytes make four characters; what is left over waits for the next piece.
    const whole = joined.length - (joined.length % 3);
    if (whole > 0) yield joined.toString('base64', 0, whole);
    rest = joined.subarray(whole);
  }
  if (binary.size !== undefined && binary.size !== read) throw wrongSize(binary.size, read);
  if (rest.length > 0) yield Buffer.from(rest).toString('base64');
}

function wrongSize(said: number, read: number): OdooError {
  return new OdooError(phrase('odoo.fileSize', { read, said }), {
    code: 'odoo_value',
    help: phrase('odoo.fileSize.help'),
  });
}
