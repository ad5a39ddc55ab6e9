import { dirname, isAbsolute, join, normalize } from 'node:path';
import { errorMessage } from '../lib/errors.ts';
import { meant } from './meant.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Problem } from './problem.ts';
import type { Place, Tree } from './tree.ts';

/** The files that can be read. */
export interface ConfigFiles {
  /** The names of the presets that come along. */
  readonly presets: readonly string[];
  /** Of a file of one's own by its path. @throws where it cannot be read. */
  read(path: string): string;
  readPreset(name: string): string;
}

export interface Layers {
  /** What is built on stands before what builds on it. */
  readonly trees: readonly Tree[];
  readonly problems: readonly Problem[];
  /** A file is missing or is no YAML, so nobody can tell what holds. */
  readonly isBroken: boolean;
}

/** The setting that names the file. */
export const CONFIG_SETTING = 'SUPPORTDESK_CONFIG';

/** A preset or a file, and what it builds on. */
export function readLayers(name: string, files: ConfigFiles): Layers {
  return readLayer(name, { place: { file: CONFIG_SETTING, line: 0 }, path: [] }, [], files);
}

/** Who names a layer, for what there is to complain of. */
type Namer = Pick<Problem, 'place' | 'path'>;

function readLayer(name: string, namer: Namer, above: readonly string[], files: ConfigFiles): Layers {
  const broken = (message: string): Layers => ({
    trees: [],
    problems: [{ ...namer, message }],
    isBroken: true,
  });
  const isPreset = /^[\w-]+$/.test(name);
  if (isPreset && !files.presets.includes(name)) return broken(unknownPreset(name, files.presets));
  const file = isPreset ? `config/${name}.yaml` : fromFile(name, above.at(-1));
  if (above.includes(file)) return broken(`leads back to itself: ${[...above, file].join(' → ')}`);
  let text: string;
  try {
    text = isPreset ? files.readPreset(name) : files.read(file);
  } catch (error) {
    return broken(`“${file}” cannot be read: ${errorMessage(error)}`);
  }
  const { tree, problems, isBroken } = parseYaml(file, text);
  const preset = tree.kind === 'map' ? tree.entries.get('preset') : undefined;
  if (preset?.kind !== 'scalar' || typeof preset.value !== 'string') {
    return { trees: [tree], problems, isBroken };
  }
  const base = readLayer(preset.value, { place: preset.place, path: ['preset'] }, [...above, file], files);
  return {
    trees: [...base.trees, tree],
    problems: [...problems, ...base.problems],
    isBroken: isBroken || base.isBroken,
  };
}

/** A path is told from where it is written: beside the file, or in the folder where the command runs. */
function fromFile(path: string, above: string | undefined): string {
  return above === undefined || isAbsolute(path) ? path : normalize(join(dirname(above), path));
}

const unknownPreset = (name: string, presets: readonly string[]): string =>
  `no preset is named “${name}” (a file of one’s own is named by its path: ./${name}.yaml)${meant(name, presets)}`;

/** Where the whole of the files begins, for what is missing. */
export const startOf = (trees: readonly Tree[]): Place =>
  trees.at(-1)?.place ?? { file: CONFIG_SETTING, line: 0 };
