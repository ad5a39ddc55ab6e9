import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder beside the package.json, such as `templates`; the same from `src` and, compiled, from `dist/src`. */
export function projectFolder(name: string): string {
  return join(findRoot(import.meta.dirname), name);
}

function findRoot(folder: string): string {
  const parent = dirname(folder);
  // At the top of the disk the search ends; whoever reads the folder is told that it is not there.
  return existsSync(join(folder, 'package.json')) || parent === folder ? folder : findRoot(parent);
}
