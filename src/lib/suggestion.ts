import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean "x_support.team"?` where a known name is near, else nothing. */
export function suggestion(name: string, known: Iterable<string>): string {
  const names = [...known];
  if (names.length === 0) return '';
  const nearest = closest(name, names);
  return distance(name, nearest) <= Math.max(2, name.length / 3) ? `; did you mean "${nearest}"?` : '';
}
