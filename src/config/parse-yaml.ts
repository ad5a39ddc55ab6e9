import {
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Problem } from './problem.ts';
import { emptyTree, type Path, type Place, type Scalar, type Tree } from './tree.ts';

export interface ParsedYaml {
  readonly tree: Tree;
  readonly problems: readonly Problem[];
  /** The file cannot be read as YAML, so what the tree says is not to be trusted. */
  readonly isBroken: boolean;
}

/** A YAML file with the line of everything in it, and all that is wrong with it as YAML. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const placeAt = (offset: number): Place => ({ file, line: lines.linePos(offset).line });
  const problems = firstOfEachLine(
    [...document.errors, ...document.warnings].map((error) => ({
      place: placeAt(error.pos[0]),
      path: [],
      message: describe(error),
    })),
  );
  const isBroken = document.errors.length > 0;
  const report = (place: Place, path: Path, message: string) => problems.push({ place, path, message });
  if (document.contents === null) return { tree: emptyTree(file), problems, isBroken };
  const tree = read(document.contents, placeAt(0), [], { placeAt, report });
  if (tree.kind !== 'map' && !isBroken) {
    report(tree.place, [], 'must hold keys such as “teams:”, each with what stands below it');
  }
  return { tree: tree.kind === 'map' ? tree : emptyTree(file), problems, isBroken };
}

interface Reader {
  readonly placeAt: (offset: number) => Place;
  readonly report: (place: Place, path: Path, message: string) => void;
}

function read(node: unknown, place: Place, path: Path, reader: Reader): Tree {
  if (isMap<Node, Node | null>(node)) {
    const entries = new Map<string, Tree>();
    for (const { key, value } of node.items) {
      const keyPlace = reader.placeAt(key.range?.[0] ?? 0);
      if (!isScalar<Scalar>(key)) {
        reader.report(keyPlace, path, 'a key must be a single word');
        continue;
      }
      const name = String(key.value ?? '');
      const first = entries.get(name);
      if (first !== undefined) {
        reader.report(
          keyPlace,
          [...path, name],
          `is there twice; the first stands in line ${first.place.line}`,
        );
        continue;
      }
      entries.set(name, read(value, keyPlace, [...path, name], reader));
    }
    return { kind: 'map', place, entries };
  }
  if (isSeq<Node>(node)) {
    const items = node.items.map((item, index) =>
      read(item, reader.placeAt(item.range?.[0] ?? 0), [...path, index], reader),
    );
    return { kind: 'list', place, items };
  }
  if (isAlias(node)) reader.report(place, path, 'aliases (*name) are not understood here; write it out');
  return { kind: 'scalar', place, value: isScalar<Scalar>(node) ? node.value : null };
}

/** What follows in the same line is mostly a consequence. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  const lines = problems.map(({ place }) => place.line);
  return problems.filter(({ place }, index) => lines.indexOf(place.line) === index);
}

/** What to do about the mistakes that are easily made; the parser's own words for the rest. */
const REMEDIES: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: 'the indentation fits nothing above: what belongs together begins in the same column',
  BAD_SCALAR_START: 'a text that begins with this character must stand in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a second colon in one line, or something indented below a value: put a text with a colon in quotes',
  MULTIPLE_DOCS: 'holds several documents; leave out the lines ---',
  TAB_AS_INDENT: 'is indented with a tab; YAML wants spaces',
};

function describe({ code, message }: YAMLError): string {
  return REMEDIES[code] ?? `cannot be read as YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
