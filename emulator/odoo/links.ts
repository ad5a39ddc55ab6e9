import { groupBy } from '../group-by.ts';
import { hasColumn } from './field.ts';
import type { Dependent, Model, Reference } from './model.ts';

/** By model: the many2ones and many2manys with a column that lead to it. */
export function buildReferences(models: readonly Model[]): Map<string, Reference[]> {
  const references = models.flatMap((model) =>
    [...model.fields.values()]
      .filter((field) => field.type === 'many2one' || field.type === 'many2many')
      .filter((field) => field.relation && hasColumn(field))
      .map((field) => ({ model, field })),
  );
  return groupBy(references, ({ field }) => field.relation ?? '');
}

/** By `model.field`: the kept results that change with it. */
export function buildDependents(
  models: readonly Model[],
  findModel: (name: string) => Model | undefined,
): Map<string, Dependent[]> {
  const found: { readonly on: string; readonly dependent: Dependent }[] = [];

  function follow(model: Model, field: Dependent['field'], names: readonly string[]): void {
    let current: Model | undefined = model;
    for (const [position, name] of names.entries()) {
      if (!current) return;
      found.push({
        on: `${current.name}.${name}`,
        dependent: { model, field, path: names.slice(0, position) },
      });
      const step = current.fields.get(name);
      // A field that is derived when asked for changes with what it is derived from.
      for (const path of (!step?.keepsResult && step?.depends) || []) {
        follow(model, field, [...names.slice(0, position), ...path.split('.')]);
      }
      current = findModel(step?.relation ?? '');
    }
  }

  for (const model of models) {
    for (const field of model.fields.values()) {
      for (const path of (field.keepsResult && field.depends) || []) follow(model, field, path.split('.'));
    }
  }
  const groups = groupBy(found, ({ on }) => on);
  return new Map([...groups].map(([on, list]) => [on, list.map(({ dependent }) => dependent)]));
}
