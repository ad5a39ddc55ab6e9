/** A file with what stands between its two marks made anew; each mark is a part of a line. */
export function withRendered(
  file: string,
  content: string,
  [begin, end]: readonly [begin: string, end: string],
): string {
  const lines = file.split('\n');
  const first = lines.findIndex((line) => line.includes(begin));
  const last = lines.findIndex((line) => line.includes(end));
  if (first < 0 || last < first) throw new Error(`the file has no lines "${begin}" and "${end}"`);
  return [...lines.slice(0, first + 1), content, ...lines.slice(last)].join('\n');
}
