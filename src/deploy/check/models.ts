import type { AddonDeclaration } from '../../schema/index.ts';
import { type Problem, suggestion } from './problem.ts';

/** Relations, inverses, dependencies and extensions name models and fields that exist. */
export function checkModels(addons: readonly AddonDeclaration[]): readonly Problem[] {
  const models = declaredModels(addons);
  const problems: Problem[] = [];
  const checkModel = (address: string, name: string) => {
    if (name.startsWith('x_') && !models.has(name)) {
      problems.push({ address, message: `no model "${name}"${suggestion(name, models.keys())}` });
    }
  };
  for (const addon of addons) {
    for (const model of addon.models ?? []) {
      const fields = models.get(model.name) ?? new Set();
      if (model.kind === 'extension') checkModel(`${addon.name} › ${model.name}`, model.name);
      for (const [name, field] of Object.entries(model.ownFields)) {
        const address = `${addon.name} › ${model.name}.${name}`;
        if (field.relation !== undefined) checkModel(address, field.relation);
        for (const dependency of field.depends ?? []) {
          if (!dependency.startsWith('x_') || fields.has(dependency.split('.')[0] ?? '')) continue;
          problems.push({ address, message: `depends on "${dependency}"${suggestion(dependency, fields)}` });
        }
      }
    }
    for (const { id, model } of [
      ...(addon.access ?? []),
      ...(addon.rules ?? []),
      ...(addon.automations ?? []),
      ...(addon.actions ?? []),
    ]) {
      checkModel(`${addon.name} › ${id}`, model);
    }
  }
  return problems;
}

/** Our own fields by model, those of extensions included. */
export function declaredModels(
  addons: readonly AddonDeclaration[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const models = new Map<string, Set<string>>();
  const all = addons.flatMap((addon) => addon.models ?? []);
  for (const { kind, name } of all) if (kind === 'model') models.set(name, new Set());
  for (const { name, ownFields } of all) {
    for (const field of Object.keys(ownFields)) models.get(name)?.add(field);
  }
  return models;
}
