import { suggestion } from '../lib/suggestion.ts';

/** A name of so few letters is near to any other. */
const SHORTEST = 4;

/** Behind a name that is unknown: the one that was probably meant, else all that there are. */
export function meant(name: string, known: readonly string[]): string {
  const near = name.length < SHORTEST ? '' : suggestion(name, known);
  if (near !== '' || known.length === 0) return near;
  return `; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`;
}
