import { charsetOfCodepage } from './charset-of-codepage.ts';
import { decodeText } from './decode-text.ts';
import { readRtf } from './read-rtf.ts';

/** What Outlook packs into `winmail.dat` [MS-OXTNEF]. Read here: docs/design-decisions.md says why by no library. */
export interface Tnef {
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly files: readonly { readonly name: string; readonly content: Buffer }[];
}

const SIGNATURE = 0x223e9f78;
/** Attributes, by tag and type. */
const BODY = 0x0002800c;
const MESSAGE_PROPERTIES = 0x00069003;
const CODEPAGE = 0x00069007;
const FILE_BEGINS = 0x00069002;
const FILE_TITLE = 0x00018010;
const FILE_DATA = 0x0006800f;
const FILE_PROPERTIES = 0x00069005;
/** Properties of MAPI, by id. */
const PROPERTY_BODY = 0x1000;
const PROPERTY_HTML = 0x1013;
const PROPERTY_RTF = 0x1009;
const PROPERTY_HTML_CODEPAGE = 0x3fde;
const PROPERTY_LONG_NAME = 0x3707;
const PROPERTY_DATA = 0x3701;

/** Undefined where it is none; of one that is cut short, what can be read. */
export function readTnef(bytes: Buffer): Tnef | undefined {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return undefined;
  let text: string | undefined;
  let html: string | undefined;
  let charset = 'windows-1252';
  const files: { name: string; content: Buffer }[] = [];
  for (const { id, data } of readAttributes(bytes)) {
    const file = files.at(-1);
    if (id === CODEPAGE && data.length >= 4) charset = charsetOfCodepage(data.readUInt32LE(0));
    else if (id === BODY) text = decodeText(untilZero(data), charset);
    else if (id === MESSAGE_PROPERTIES) {
      const properties = readProperties(data);
      text ??= wordsOf(properties.get(PROPERTY_BODY), charset);
      const codepage = properties.get(PROPERTY_HTML_CODEPAGE)?.value ?? Buffer.alloc(0);
      const own = codepage.length < 4 ? charset : charsetOfCodepage(codepage.readUInt32LE(0));
      html ??= wordsOf(properties.get(PROPERTY_HTML), own);
      // Outlook keeps what was written once: where it kept RTF, often nothing else.
      const rtf = properties.get(PROPERTY_RTF)?.value;
      if (rtf && !text && !html) ({ text, html } = readRtf(rtf));
    } else if (id === FILE_BEGINS) files.push({ name: 'file', content: Buffer.alloc(0) });
    else if (file && id === FILE_TITLE) file.name = decodeText(untilZero(data), charset);
    else if (file && id === FILE_DATA) file.content = data;
    else if (file && id === FILE_PROPERTIES) {
      const properties = readProperties(data);
      file.name = wordsOf(properties.get(PROPERTY_LONG_NAME), charset) || file.name;
      if (file.content.length === 0) file.content = properties.get(PROPERTY_DATA)?.value ?? file.content;
    }
  }
  return { text, html, files: files.filter(({ content }) => content.length > 0) };
}

/** Level, id, length, the data, a checksum; the next one. */
function* readAttributes(bytes: Buffer): Generator<{ id: number; data: Buffer }> {
  let at = 6;
  while (at + 9 <= bytes.length) {
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const end = at + 9 + length;
    if (end > bytes.length) return;
    yield { id, data: bytes.subarray(at + 9, end) };
    at = end + 2;
  }
}

interface Property {
  readonly type: number;
  readonly value: Buffer;
}

const FIXED: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const MULTIPLE = 0x1000;

/** A block of properties; it ends where one is of a kind whose length nobody can tell. */
function readProperties(data: Buffer): ReadonlyMap<number, Property> {
  const found = new Map<number, Property>();
  try {
    let at = 4;
    for (let left = data.readUInt32LE(0); left > 0; left -= 1) {
      const type = data.readUInt16LE(at);
      const id = data.readUInt16LE(at + 2);
      at = id >= 0x8000 ? skipName(data, at + 4) : at + 4;
      const fixed = FIXED[type & ~MULTIPLE];
      const isMany = fixed === undefined || (type & MULTIPLE) !== 0;
      const count = isMany ? data.readUInt32LE(at) : 1;
      if (isMany) at += 4;
      for (let one = 0; one < count; one += 1) {
        const length = fixed ?? data.readUInt32LE(at);
        if (fixed === undefined) at += 4;
        if (at + length > data.length) return found;
        // A file’s own object begins with the id of its kind.
        const from = type === 13 ? at + 16 : at;
        found.set(id, { type, value: data.subarray(from, at + length) });
        at += Math.ceil(length / 4) * 4;
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function skipName(data: Buffer, at: number): number {
  const kind = data.readUInt32LE(at + 16);
  if (kind === 0) return at + 24;
  return at + 24 + Math.ceil(data.readUInt32LE(at + 20) / 4) * 4;
}

function wordsOf(property: Property | undefined, charset: string): string | undefined {
  if (!property) return undefined;
  const isUnicode = (property.type & ~MULTIPLE) === 0x1f;
  return isUnicode
    ? property.value.toString('utf16le').replace(/\0.*$/s, '')
    : decodeText(untilZero(property.value), charset);
}

function untilZero(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
