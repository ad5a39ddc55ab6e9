/** What an opaque S/MIME signature wraps, in DER or BER [RFC 5652]. */

const CONSTRUCTED = 0x20;
const OCTETS = 0x04;
const SEQUENCE = 0x30;
const OBJECT_ID = 0x06;
const EXPLICIT_0 = 0xa0;
/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = '2a864886f70d010702';

/**
 * The entity that was signed, its signature not looked at: it proves nothing here. Undefined where it is no signed data, such
 * as an encrypted mail.
 */
export function unwrapSigned(bytes: Buffer): Buffer | undefined {
  try {
    const outer = readValue(bytes, 0);
    if (outer.tag !== SEQUENCE) return undefined;
    const [kind, content] = childrenOf(outer);
    if (kind?.tag !== OBJECT_ID || kind.content.toString('hex') !== SIGNED_DATA) return undefined;
    if (content?.tag !== EXPLICIT_0) return undefined;
    const [signed] = childrenOf(content);
    // Version, algorithms, what is signed.
    const wrapped = signed && childrenOf(signed)[2];
    const inside = wrapped && childrenOf(wrapped)[1];
    const octets = inside && childrenOf(inside)[0];
    return octets && joinOctets(octets);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Value {
  readonly tag: number;
  readonly content: Buffer;
  /** Where the next one begins. */
  readonly end: number;
}

/** A length may be left open (0x80), then two zero bytes end the value, behind whole values. */
function readValue(bytes: Buffer, at: number, depth = 0): Value {
  if (depth > 40) throw new RangeError('nested too deep');
  const tag = bytes.readUInt8(at);
  const first = bytes.readUInt8(at + 1);
  if (first === 0x80) {
    let next = at + 2;
    while (bytes.readUInt16BE(next) !== 0) next = readValue(bytes, next, depth + 1).end;
    return { tag, content: bytes.subarray(at + 2, next), end: next + 2 };
  }
  const size = first < 0x80 ? 0 : first & 0x7f;
  if (size > 6) throw new RangeError('a length beyond all files');
  const length = size === 0 ? first : bytes.readUIntBE(at + 2, size);
  const from = at + 2 + size;
  if (from + length > bytes.length) throw new RangeError('cut short');
  return { tag, content: bytes.subarray(from, from + length), end: from + length };
}

function childrenOf({ content }: Value): readonly Value[] {
  const found: Value[] = [];
  let at = 0;
  while (at < content.length) {
    const value = readValue(content, at);
    found.push(value);
    at = value.end;
  }
  return found;
}

function joinOctets(value: Value): Buffer | undefined {
  if (value.tag === OCTETS) return value.content;
  if (value.tag !== (OCTETS | CONSTRUCTED)) return undefined;
  return Buffer.concat(childrenOf(value).map((piece) => joinOctets(piece) ?? Buffer.alloc(0)));
}
