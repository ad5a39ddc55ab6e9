import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectFolder } from '../lib/project-folder.ts';
import type { ConfigFiles } from './read-layers.ts';

/** The presets that come along, in `config/`, and any file by its path. */
export function createConfigFiles(): ConfigFiles {
  const folder = projectFolder('config');
  return {
    presets: readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => basename(name, '.yaml')),
    read: (path) => readFileSync(path, 'utf8'),
    readPreset: (name) => readFileSync(join(folder, `${name}.yaml`), 'utf8'),
  };
}
