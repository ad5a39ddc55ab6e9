import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const PARTS = [
  'src',
  'scripts/build.mjs',
  'templates',
  'config',
  'public',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

export interface BuiltCopy {
  readonly path: string;
  remove(): void;
}

/** The project with more files, compiled, in a folder of its own. @throws with the compiler's words. */
export function buildCopy(files: ReadonlyMap<string, string>): BuiltCopy {
  const path = mkdtempSync(join(tmpdir(), 'supportdesk-'));
  for (const part of PARTS) cpSync(join(root, part), join(path, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  try {
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: path, encoding: 'utf8' });
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`the copy does not compile:\n${output}`, { cause: error });
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
