/** The old way to give options, `[('a', 'A'), ('b', 'B')]`, as commands on `selection_ids`. */
export function parseSelectionText(text: unknown): unknown[] {
  if (typeof text !== 'string') return [];
  const pairs = text.matchAll(/\(\s*(['"])(.*?)\1\s*,\s*(['"])(.*?)\3\s*\)/g);
  return [...pairs].map(([, , value, , name], sequence) => [0, 0, { value, name, sequence }]);
}
