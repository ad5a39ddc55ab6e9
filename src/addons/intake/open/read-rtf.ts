import { decompressRTF } from '@kenjiuno/decompressrtf';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { decodeText } from './decode-text.ts';

/** More than anybody writes; what is longer is a file in disguise. */
const LONGEST = 8 * 1024 * 1024;

/**
 * The words of a body that Outlook keeps as compressed RTF, which mostly wraps the HTML or the text that it was made from
 * [MS-OXRTFEX]; of RTF that wraps nothing, its text. Empty where it cannot be read.
 */
export function readRtf(compressed: Buffer): { readonly text?: string; readonly html?: string } {
  // The length that the head states is what the library goes by.
  if (compressed.length > LONGEST || compressed.length < 16) return {};
  if (compressed.readUInt32LE(0) + 4 > compressed.length) return {};
  try {
    const rtf = Buffer.from(decompressRTF([...compressed])).toString('latin1');
    const wraps = /\\from(html|text)/.test(rtf) ? rtf : rtf.replace(/^\{\\rtf\d*/, '$&\\fromtext');
    const { mode, text } = deEncapsulateSync(Buffer.from(wraps, 'latin1'), {
      decode: decodeText,
      warn: () => undefined,
    });
    const words = text.toString();
    return mode === 'html' ? { html: words } : { text: words };
  } catch {
    // As with what cannot be opened otherwise: the mail has its file, and its reader the original.
    return {};
  }
}
