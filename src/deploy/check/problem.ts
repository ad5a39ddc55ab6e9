import { closest } from 'fastest-levenshtein';

export interface Problem {
  readonly address: string;
  readonly message: string;
}

/** `; did you mean "x_support.team"?` where a known name is near, else nothing. */
export function suggestion(name: string, known: Iterable<string>): string {
  const names = [...known];
  if (names.length === 0) return '';
  return `; did you mean "${closest(name, names)}"?`;
}
