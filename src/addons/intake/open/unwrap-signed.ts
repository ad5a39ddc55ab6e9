import { fromBER } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';

/** The reader's own limit is 16 MB; mails of mail programs end at about 50, and come in pieces of 1,000 bytes. */
const LIMITS = { maxContentLength: 64 * 1024 * 1024, maxNodes: 200_000, maxDepth: 100 };

/**
 * The entity that an opaque S/MIME signature wraps [RFC 5652], its signature not looked at: it proves nothing here. Undefined
 * where it is no signed data, such as an encrypted mail, or none that can be read.
 */
export function unwrapSigned(bytes: Buffer): Buffer | undefined {
  try {
    const { result, offset } = fromBER(bytes, LIMITS);
    if (offset === -1) return undefined;
    const { contentType, content } = new ContentInfo({ schema: result });
    if (contentType !== ContentInfo.SIGNED_DATA) return undefined;
    const { eContent } = new SignedData({ schema: content }).encapContentInfo;
    return eContent && Buffer.from(eContent.getValue());
  } catch {
    // The library throws whatever a stranger’s bytes lead it to; a part that cannot be opened stays closed.
    return undefined;
  }
}
