import type { Refusal } from '../../../sync/source.ts';
import type { ExternalNames } from '../external-names.ts';
import { phrase } from '../texts.ts';
import type { TicketSource } from '../ticket-source.ts';
import type { ReadUsers } from './create-user-reader.ts';
import { peopleOf } from './people-of.ts';
import type { ReadTicket } from './read-page.ts';

export interface MisreadOptions {
  readonly source: Pick<TicketSource, 'isLossy'>;
  readonly names: ExternalNames;
  /** Remembers whom it has read. */
  readonly readUsers: ReadUsers;
  readonly signal: AbortSignal;
}

/**
 * Tickets that came over with `�` where the database has bytes that are no text, in them or in the names of their people: a
 * line each, for people to look at. Elsewhere `�` is what somebody wrote.
 */
export async function findMisread(
  changed: readonly ReadTicket[],
  { source, names, readUsers, signal }: MisreadOptions,
): Promise<readonly Refusal[]> {
  if (changed.length === 0 || !(await source.isLossy(signal))) return [];
  const { records: users } = await readUsers(changed.flatMap(peopleOf));
  return changed.flatMap((read): Refusal[] => {
    const people = new Set(peopleOf(read));
    const excerpts = textsOf([read, users.filter(({ id }) => people.has(id))]).flatMap(excerptOf);
    const [excerpt] = excerpts;
    if (excerpt === undefined) return [];
    const { id } = read.ticket;
    const reason = phrase('zammad.misread', { excerpt });
    const said = [...new Set(excerpts)];
    return [{ externalId: names.misread(id), on: names.ticket(id), reason, said, isSettled: true }];
  });
}

/** Every text in a value, however deep. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.values(value).flatMap(textsOf);
}

/** A few words around what cannot be read. */
function excerptOf(text: string): readonly string[] {
  if (!text.includes('\uFFFD')) return [];
  const plain = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  const [excerpt] = /.{0,20}\uFFFD.{0,20}/u.exec(plain) ?? [];
  return excerpt === undefined ? [] : [excerpt.trim()];
}
