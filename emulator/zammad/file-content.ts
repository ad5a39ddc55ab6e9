import type { ZammadContent } from './types.ts';

/** The bytes of an attachment, the same at every call. */
export function fileContent(content: ZammadContent): Buffer {
  if ('text' in content) return Buffer.from(content.text);
  if ('base64' in content) return Buffer.from(content.base64, 'base64');
  const bytes = Buffer.alloc(content.size);
  // xorshift: cheap, and no two seeds give the same bytes.
  let state = content.seed * 2654435761 || 1;
  for (let index = 0; index < bytes.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state & 0xff;
  }
  return bytes;
}

export function fileSize(content: ZammadContent): number {
  return 'size' in content ? content.size : fileContent(content).length;
}
