import { ZammadError } from '../errors.ts';
import type { ArticleFile } from '../schema.ts';
import { phrase } from '../texts.ts';

/** @throws ZammadError while it is read, where there are more or fewer bytes than Zammad said: they are not the file. */
export async function* checkSize(
  bytes: AsyncIterable<Uint8Array>,
  { size }: Pick<ArticleFile, 'size'>,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.length;
    if (size !== undefined && read > size) throw otherFile(read, size);
    yield piece;
  }
  if (size !== undefined && read < size) throw otherFile(read, size);
}

function otherFile(read: number, size: number): ZammadError {
  return new ZammadError(phrase('zammad.otherSize', { read, size }), {
    code: 'zammad_file_unreadable',
    help: phrase('zammad.otherFile.help'),
  });
}

/** The same bytes; whoever passes them on can tell afterwards whether it was they that failed. */
export function watchBytes(bytes: AsyncIterable<Uint8Array>) {
  let failure: unknown;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  return { bytes: watched(), failure: () => failure };
}
