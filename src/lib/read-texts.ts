import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Texts = z.record(z.string(), z.string());

/** A language: how it calls itself, and its codes in Odoo, the most common one first. */
export const Language = z.strictObject({ name: z.string(), codes: z.array(z.string()).min(1) });
export type Language = z.infer<typeof Language>;

/** A file `texts/<language>.json`. */
export const TextFile = z.strictObject({
  /** Once a language, in `src/lib/texts`: a file there is what makes it spoken. */
  language: Language.optional(),
  /** Texts of declarations, by the English ones. */
  odoo: Texts.default({}),
  /** What customers read on the portal, by key. */
  portal: Texts.default({}),
  /** What the service writes into Odoo, by key. */
  service: Texts.default({}),
});
export type TextFile = z.infer<typeof TextFile>;

export interface TextFolder {
  /** Whose texts they are, such as `addons/tickets`. */
  readonly owner: string;
  /** By language, which is the file's name. */
  readonly files: ReadonlyMap<string, TextFile>;
}

const SOURCES = fileURLToPath(new URL('..', import.meta.url));

/** All texts, wherever a folder has a `texts`: beside the sources, and beside what they are compiled to. */
export function readTexts(root = SOURCES): readonly TextFolder[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === 'texts')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((folder) => ({
      owner: relative(root, dirname(folder)).replaceAll('\\', '/'),
      files: readFolder(folder),
    }));
}

function readFolder(folder: string): ReadonlyMap<string, TextFile> {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => [basename(file, '.json'), readFile(join(folder, file))]),
  );
}

function readFile(path: string): TextFile {
  const parsed = TextFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
}

/** The languages that are spoken, by the names of their files. */
export function findSpokenLanguages(texts: readonly TextFolder[]): ReadonlyMap<string, Language> {
  return new Map(
    texts.flatMap(({ files }) =>
      [...files].flatMap(([name, { language }]) => (language ? [[name, language] as const] : [])),
    ),
  );
}
