import type { ConversationMessage } from './conversation.ts';

/** A ticket and the message that its files came with are made one right after the other. */
const SAME_MOMENT_MS = 60_000;

/**
 * The message that brought the files of a ticket's description: one without words, as the portal's form once left it, or the
 * mail whose words became the description.
 */
export function findCarrier(
  messages: readonly ConversationMessage[],
  opening: ConversationMessage,
): ConversationMessage | undefined {
  const words = wordsOf(opening);
  return messages.find((message, index) => {
    const isFirstOfAuthor =
      message.author === opening.author &&
      !messages.slice(0, index).some(({ author }) => author === message.author);
    if (!isFirstOfAuthor && !isSameMoment(message, opening)) return false;
    return message.body.length === 0 ? message.files.length > 0 : wordsOf(message) === words;
  });
}

function isSameMoment(one: ConversationMessage, other: ConversationMessage): boolean {
  if (!one.date || !other.date) return false;
  return Math.abs(one.date.getTime() - other.date.getTime()) <= SAME_MOMENT_MS;
}

/** What is left of a text without its markup. */
function wordsOf({ body }: ConversationMessage): string {
  return body
    .map(({ html }) => html.toString().replace(/<[^>]*>/g, ' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
