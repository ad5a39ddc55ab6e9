import { shortenText } from '../../../lib/cut-text.ts';

const LONGEST_SUBJECT = 250;

/** A ticket's title as it can stand in a list. */
export function mapSubject(title: string): string {
  const subject = title.replace(/\s+/g, ' ').trim();
  return subject === '' || subject === '-' ? '(no subject)' : shortenText(subject, LONGEST_SUBJECT);
}
