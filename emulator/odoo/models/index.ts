import { readdirSync, readFileSync } from 'node:fs';
import type { BuiltinModel, FieldSources } from '../model.ts';

const folder = new URL('./', import.meta.url);

/** The models that come with Odoo, as far as the emulator knows them: a JSON file each. */
export const builtinModels: readonly BuiltinModel[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => readJson(file));

/** What a mixin adds to the models that inherit it; `base` is in every model. */
export function readMixin(name: 'base' | 'mail.thread' | 'mail.activity.mixin'): FieldSources {
  return readJson(`mixins/${name}.json`).fields;
}

function readJson(file: string): BuiltinModel {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}
