const LONGEST_SUBJECT = 250;

/** A ticket's title as it can stand in a list. */
export function mapSubject(title: string): string {
  const subject = title.replace(/\s+/g, ' ').trim();
  if (subject === '' || subject === '-') return '(no subject)';
  return subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : subject;
}
