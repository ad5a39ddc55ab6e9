import { buildModel } from './build-model.ts';
import { buildDependents, buildReferences } from './links.ts';
import type { Dependent, Engine, Model, Reference } from './model.ts';
import type { RegistryOptions } from './registry-options.ts';

export type Registry = Pick<Engine, 'findModel' | 'modelNames' | 'referencesTo' | 'dependentsOf'>;

/** The models of one database: built-in ones, and those made by records of `ir.model`, kept in step with them. */
export function createRegistry(options: RegistryOptions): Registry {
  const { store } = options;
  const builtins = new Map(options.builtins.map((source) => [source.name, source]));
  const sources = [
    store.table('ir.model'),
    store.table('ir.model.fields'),
    store.table('ir.model.fields.selection'),
    store.table('res.lang'),
  ];
  const models = new Map<string, Model>();
  let references: ReadonlyMap<string, readonly Reference[]> | undefined;
  let dependents: ReadonlyMap<string, readonly Dependent[]> | undefined;
  let builtFor = '';

  function forgetIfChanged() {
    const version = sources.map((table) => table.version).join();
    if (version === builtFor) return;
    models.clear();
    references = undefined;
    dependents = undefined;
    builtFor = version;
  }

  function findModel(name: string): Model | undefined {
    forgetIfChanged();
    const known = models.get(name);
    if (known) return known;
    const model = buildModel(name, builtins.get(name), options);
    if (model) models.set(name, model);
    return model;
  }

  const modelNames = () => [...store.table('ir.model').rows()].map((row) => String(row.get('model')));
  const allModels = () =>
    modelNames()
      .map(findModel)
      .filter((model) => model !== undefined);

  return {
    findModel,
    modelNames,
    referencesTo(model) {
      forgetIfChanged();
      references ??= buildReferences(allModels());
      return references.get(model) ?? [];
    },
    dependentsOf(model, field) {
      forgetIfChanged();
      dependents ??= buildDependents(allModels(), findModel);
      return dependents.get(`${model}.${field}`) ?? [];
    },
  };
}
