import type { Article } from '../schema.ts';

export interface Conversation {
  /** What the ticket is about: the first thing a customer or an agent wrote in public. */
  readonly description: Article | undefined;
  /** The rest, so that nothing appears twice. */
  readonly messages: readonly Article[];
}

/**
 * Parts a ticket's articles, given in the order of their ids. An internal note never becomes the description,
 * which customers read. A merged ticket's articles have moved away; the note "merged" that stays behind is no
 * message to anybody.
 */
export function splitArticles(articles: readonly Article[], stateType: string | undefined): Conversation {
  const kept = stateType === 'merged' ? articles.filter((article) => !isMergeNote(article)) : articles;
  const description = kept.find((article) => !article.internal && article.sender !== 'System');
  return { description, messages: kept.filter((article) => article !== description) };
}

function isMergeNote(article: Article): boolean {
  return article.type === 'note' && article.body.trim() === 'merged';
}
