/** Which folders each folder of the code may import besides itself; what stands in `src` goes by its name there. */
export type ImportTable = Readonly<Record<string, readonly string[]>>;

const ROW = /^\| `([^`]+)` *\| [^|]* \| ([^|]+?) *\|$/gm;
/** Tells of what lies inside of a folder. */
const REMARK = /;.*$/;

/**
 * The table of ARCHITECTURE.md. A row names the folders, or says `all above`, perhaps `but` some.
 * @throws Error where a row says something else: the table and its check would part.
 */
export function parseImportTable(markdown: string): ImportTable {
  const table = new Map<string, readonly string[]>();
  for (const [, path = '', cell = ''] of markdown.matchAll(ROW)) {
    const folder = path.replace(/^src\//, '').replace(/\.ts$/, '');
    const names = parseCell(cell.replace(REMARK, ''), [...table.keys()]);
    if (names === undefined) throw new Error(`nobody can tell what ${path} may import: ${cell}`);
    // `src/config.ts` stands beside `src/config`, and is the same to whoever imports it.
    table.set(folder, [...(table.get(folder) ?? []), ...names]);
  }
  if (table.size === 0) throw new Error('there is no table of folders');
  return Object.fromEntries(table);
}

function parseCell(cell: string, above: readonly string[]): readonly string[] | undefined {
  const named = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const words = cell
    .replace(/`[^`]+`/g, '')
    .replace(/[,\s]+/g, ' ')
    .trim();
  if (words === 'all above') return above;
  if (/^all above but( and)*$/.test(words)) return above.filter((name) => !named.includes(name));
  return words === '' || words === '–' ? named : undefined;
}
