const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The beginning of a text, `max` characters long at most, as people count them: a flag, a family or a letter with its
 * marks is one, and none is cut in two.
 */
export function cutText(text: string, max: number): string {
  return beginning(text, max, () => 1);
}

/** The same with `…` at its end where something was cut off, which counts as one of the characters. */
export function shortenText(text: string, max: number): string {
  if (cutText(text, max) === text) return text;
  return `${cutText(text, max - 1).trimEnd()}…`;
}

/**
 * The beginning of a text, `max` code points long at most: what PostgreSQL and Python count. No character is cut in two,
 * unless the first alone is longer.
 */
export function cutToCodePoints(text: string, max: number): string {
  const cut = beginning(text, max, (character) => [...character].length);
  return cut === '' ? [...text.slice(0, 2 * max)].slice(0, max).join('') : cut;
}

/** Reads no further than it must: a mail's body may be long. */
function beginning(text: string, max: number, sizeOf: (character: string) => number): string {
  // No character has fewer code units than it counts.
  if (text.length <= max) return text;
  let size = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    size += sizeOf(segment);
    if (size > max) return text.slice(0, index);
  }
  return text;
}
