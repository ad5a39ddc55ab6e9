import type { Path, Place } from './tree.ts';

export interface Problem {
  readonly place: Place;
  /** Of the value in the file; empty where the file as a whole is meant. */
  readonly path: Path;
  readonly message: string;
}

/** One a line, `file:line: path: message`, each once and in the order of the file. */
export function renderProblems(problems: readonly Problem[]): string {
  const sorted = problems.toSorted(
    (one, other) => compare(one.place.file, other.place.file) || one.place.line - other.place.line,
  );
  return [...new Set(sorted.map(renderProblem))].join('\n');
}

function renderProblem({ place, path, message }: Problem): string {
  const address = path.length === 0 ? '' : `${path.map(String).join('.')}: `;
  return `${place.file}${place.line > 0 ? `:${place.line}` : ''}: ${address}${message}`;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
