import { hasColumn } from './field.ts';
import type { Dependent, Model, Reference } from './model.ts';

/** By model: the many2ones and many2manys with a column that lead to it. */
export function buildReferences(models: readonly Model[]): Map<string, Reference[]> {
  const found = new Map<string, Reference[]>();
  for (const model of models) {
    for (const field of model.fields.values()) {
      const leads = field.type === 'many2one' || field.type === 'many2many';
      if (!leads || !field.relation || !hasColumn(field)) continue;
      push(found, field.relation, { model, field });
    }
  }
  return found;
}

/** By `model.field`: the kept results that change with it. */
export function buildDependents(
  models: readonly Model[],
  findModel: (name: string) => Model | undefined,
): Map<string, Dependent[]> {
  const found = new Map<string, Dependent[]>();
  for (const model of models) {
    for (const field of model.fields.values()) {
      if (!field.keepsResult) continue;
      for (const path of field.depends ?? []) followPath(found, model, field, path.split('.'), findModel);
    }
  }
  return found;
}

function followPath(
  found: Map<string, Dependent[]>,
  model: Model,
  field: Dependent['field'],
  names: readonly string[],
  findModel: (name: string) => Model | undefined,
) {
  let current: Model | undefined = model;
  for (const [position, name] of names.entries()) {
    if (!current) return;
    push(found, `${current.name}.${name}`, { model, field, path: names.slice(0, position) });
    const step = current.fields.get(name);
    // A field that is derived when asked for changes with what it is derived from.
    for (const path of (!step?.keepsResult && step?.depends) || []) {
      followPath(found, model, field, [...names.slice(0, position), ...path.split('.')], findModel);
    }
    current = findModel(step?.relation ?? '');
  }
}

function push<T>(lists: Map<string, T[]>, key: string, item: T) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
