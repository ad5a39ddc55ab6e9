import type { ZammadArticle, ZammadAttachment } from './types.ts';

/**
 * An article's body with `cid:` addresses replaced by those of Zammad's own API, and the attachments that are shown
 * so. A `cid:` that no attachment has stays.
 */
export function renderInlineImages(article: ZammadArticle): {
  readonly body: string;
  readonly shown: ReadonlySet<number>;
} {
  const shown = new Set<number>();
  if (article.content_type !== 'text/html' || !article.attachments) return { body: article.body, shown };
  const body = article.body.replace(/(<img\b[^>]*?\ssrc=["'])cid:([^"']+)/gi, (whole, before, cid) => {
    const attachment = article.attachments?.find((candidate) => contentIdOf(candidate) === cid);
    if (!attachment) return whole;
    shown.add(attachment.id);
    return `${before}/api/v1/ticket_attachment/${article.ticket_id}/${article.id}/${attachment.id}?view=inline`;
  });
  return { body, shown };
}

/** Mails write it in angle brackets, other ways of making an article do not. */
function contentIdOf({ preferences }: ZammadAttachment): string | undefined {
  if (preferences.style === 'broken') return undefined;
  return String(preferences.values['Content-ID'] ?? '').replace(/^<|>$/g, '');
}
