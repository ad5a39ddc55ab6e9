import { groupBy } from '../../lib/group-by.ts';
import { suggestion } from '../../lib/suggestion.ts';
import type { AddonDeclaration, FieldDeclaration, ModelDeclaration } from '../../schema/index.ts';
import type { Problem } from './problem.ts';

type FieldsByModel = ReadonlyMap<string, ReadonlySet<string>>;

/** Relations, inverses, dependencies and extensions name models and fields that exist. */
export function checkModels(addons: readonly AddonDeclaration[]): readonly Problem[] {
  // Nobody here knows what people put on a model of theirs.
  const assumed = addons.flatMap(({ assumes = [] }) =>
    assumes.map((name) => [name, new Set<string>()] as const),
  );
  const models: FieldsByModel = new Map([...assumed, ...declaredModels(addons)]);
  const fields = ownFieldsByModel(addons);
  return addons.flatMap((addon) => [
    ...(addon.models ?? []).flatMap((model) => [
      ...checkName(`${addon.name} › ${model.name}`, model.name, models),
      ...checkBlacklist(`${addon.name} › ${model.name}`, model),
      ...Object.entries(model.ownFields).flatMap(([name, field]) =>
        checkField(
          `${addon.name} › ${model.name}.${name}`,
          field,
          fields.get(model.name) ?? new Set(),
          models,
        ),
      ),
    ]),
    ...[
      ...(addon.access ?? []),
      ...(addon.rules ?? []),
      ...(addon.automations ?? []),
      ...(addon.serverActions ?? []),
      ...(addon.scheduledActions ?? []),
      ...(addon.mailTemplates ?? []),
      ...(addon.mailAliases ?? []),
      ...(addon.actions ?? []),
      ...(addon.records ?? []),
    ].flatMap(({ id, model }) => checkName(`${addon.name} › ${id}`, model, models)),
  ]);
}

function checkName(address: string, name: string, models: FieldsByModel): readonly Problem[] {
  if (!name.startsWith('x_') || models.has(name)) return [];
  return [{ address, message: `no model "${name}"${suggestion(name, models.keys())}` }];
}

function checkBlacklist(address: string, { mail, ownFields }: ModelDeclaration): readonly Problem[] {
  if (!mail?.blacklist || Object.hasOwn(ownFields, 'x_email')) return [];
  return [{ address, message: 'a blacklist needs a field "x_email" to look at' }];
}

function checkField(
  address: string,
  field: FieldDeclaration,
  siblings: ReadonlySet<string>,
  models: FieldsByModel,
): readonly Problem[] {
  const { relation, models: referenced = {}, inverse, depends = [], related, currency } = field;
  const named = [...(relation === undefined ? [] : [relation]), ...Object.keys(referenced)];
  const problems = named.flatMap((name) => checkName(address, name, models));
  if (field.type === 'many2one' && field.required && field.onDelete === 'set null') {
    problems.push({
      address,
      message: 'a required field cannot be emptied: onDelete is restrict or cascade',
    });
  }
  const inverses = models.get(relation ?? '');
  if (inverse !== undefined && inverses && !inverses.has(inverse)) {
    const message = `"${relation}" has no field "${inverse}"${suggestion(inverse, inverses)}`;
    problems.push({ address, message });
  }
  const leansOn = [...depends, ...(related ? [related] : []), ...(currency ? [currency] : [])];
  const unknown = leansOn.filter((path) => path.startsWith('x_') && !siblings.has(path.split('.')[0] ?? ''));
  return [
    ...problems,
    ...unknown.map((path) => ({
      address,
      message: `depends on "${path}", which does not exist${suggestion(path.split('.')[0] ?? '', siblings)}`,
    })),
  ];
}

/** The fields of our own models, those that extensions add included. */
function declaredModels(addons: readonly AddonDeclaration[]): FieldsByModel {
  const names = new Set(
    addons.flatMap(({ models }) =>
      (models ?? []).filter(({ kind }) => kind === 'model').map(({ name }) => name),
    ),
  );
  return new Map([...ownFieldsByModel(addons)].filter(([name]) => names.has(name)));
}

/** The fields that we put on any model, Odoo's own included. */
function ownFieldsByModel(addons: readonly AddonDeclaration[]): FieldsByModel {
  const models = groupBy(
    addons.flatMap((addon) => addon.models ?? []),
    ({ name }) => name,
  );
  return new Map(
    [...models].map(([name, parts]) => [
      name,
      new Set(parts.flatMap(({ ownFields }) => Object.keys(ownFields))),
    ]),
  );
}
