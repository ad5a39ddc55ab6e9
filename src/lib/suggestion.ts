import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean "x_support.team"?` where a known name is near, else nothing. */
export function suggestion(name: string, known: Iterable<string>): string {
  const nearest = findSuggestion(name, known);
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}

/** The known name that may have been meant. */
export function findSuggestion(name: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  if (names.length === 0) return undefined;
  const nearest = closest(name, names);
  return distance(name, nearest) <= Math.max(2, name.length / 3) ? nearest : undefined;
}
