import { randomUUID } from 'node:crypto';
import { type Binary, findBase64Length, isBinary, renderBase64 } from './binary.ts';

export interface JsonStream {
  /** In bytes; undefined where a file's size is not known. */
  readonly length: number | undefined;
  readonly pieces: AsyncIterable<string>;
}

/** A value as JSON whose files are read only while it is sent; undefined where there is no file in it. */
export function findJsonStream(value: unknown): JsonStream | undefined {
  const files: Binary[] = [];
  // A mark that nobody can have typed into a value.
  const mark = randomUUID();
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (!isBinary(part)) return part;
    files.push(part);
    return mark;
  });
  if (files.length === 0) return undefined;
  const texts = text.split(mark);
  return { length: measure(texts, files), pieces: renderPieces(texts, files) };
}

function measure(texts: readonly string[], files: readonly Binary[]): number | undefined {
  let length = 0;
  for (const text of texts) length += Buffer.byteLength(text);
  for (const file of files) {
    const size = findBase64Length(file);
    if (size === undefined) return undefined;
    length += size;
  }
  return length;
}

async function* renderPieces(texts: readonly string[], files: readonly Binary[]) {
  for (const [index, text] of texts.entries()) {
    yield text;
    const file = files[index];
    if (file) yield* renderBase64(file);
  }
}
