import {
  type ActionBody,
  type AddonDeclaration,
  type AutomationDeclaration,
  type FieldDeclaration,
  type ModelDeclaration,
  type MoveDeclaration,
  toExternalId,
} from '../../schema/index.ts';
import { splitField } from '../compile/moves.ts';
import { findFieldFault, findPathFault, type KnownNames } from './known-names.ts';
import type { Problem } from './problem.ts';
import { checkPython, type PythonSource } from './python/check-python.ts';

/** All Python outside of views and mails: it parses, Odoo will take it, and what it names is declared. */
export function checkCode(addons: readonly AddonDeclaration[], names: KnownNames): readonly Problem[] {
  return addons.flatMap((addon) => [
    ...sourcesOf(addon).flatMap((source) => checkPython(source, withLacking(addon, names))),
    ...checkPaths(addon, names),
    ...(addon.moves ?? []).flatMap((move) => checkMove(addon.name, move, names)),
  ]);
}

/** With what may be there or not, as its Python has to ask. */
function withLacking({ mayLack }: AddonDeclaration, names: KnownNames): KnownNames {
  if (mayLack === undefined) return names;
  const { models = [], fields = {}, actions = [] } = mayLack;
  const lacking = (model: string) =>
    (fields[model] ?? []).map((field): [string, FieldDeclaration] => [field, { type: 'char', label: field }]);
  return {
    ...names,
    models: new Set([...names.models, ...models]),
    fields: new Set([...names.fields, ...Object.values(fields).flat()]),
    externalIds: new Set([...names.externalIds, ...actions.map(toExternalId)]),
    fieldsOf: (model) => new Map([...lacking(model), ...names.fieldsOf(model)]),
  };
}

function sourcesOf(addon: AddonDeclaration): readonly PythonSource[] {
  const address = (id: string, part?: string) =>
    [`${addon.name} › ${id}`, ...(part === undefined ? [] : [part])].join(' › ');
  const domain = (at: string, source: string | undefined, domainOf: string): readonly PythonSource[] =>
    source === undefined
      ? []
      : [{ address: at, source, kind: 'expression', domainOf, roots: { user: 'res.users' } }];
  return [
    ...(addon.models ?? []).flatMap((model) =>
      Object.entries(model.ownFields).flatMap(([name, field]) =>
        fieldSources(address(`${model.name}.${name}`), model, field),
      ),
    ),
    ...(addon.models ?? []).flatMap((model) =>
      Object.entries(model.computes ?? {}).flatMap(([name, { script }]) =>
        fieldSources(address(`${model.name}.${name}`), model, { type: 'char', label: '', script }),
      ),
    ),
    ...(addon.rules ?? []).flatMap((rule) => domain(address(rule.id), rule.domain, rule.model)),
    ...(addon.serverActions ?? []).flatMap((action) => bodySources(address(action.id), action.model, action)),
    ...(addon.automations ?? []).flatMap((automation) => [
      ...domain(address(automation.id, 'filter'), automation.filter, automation.model),
      ...domain(address(automation.id, 'before'), automation.before, automation.model),
      ...getterSources(address(automation.id, 'record'), automation),
      ...bodySources(address(automation.id), automation.model, automation),
    ]),
    ...(addon.scheduledActions ?? []).flatMap(({ id, model, code }) =>
      bodySources(address(id), model, { code }),
    ),
    ...(addon.mailAliases ?? []).flatMap(({ id, model, defaults }): readonly PythonSource[] =>
      defaults === undefined
        ? []
        : [{ address: address(id, 'defaults'), source: defaults, kind: 'expression', valuesOf: model }],
    ),
    ...(addon.actions ?? []).flatMap(({ id, model, domain: source, context }): readonly PythonSource[] => [
      ...(source === undefined
        ? []
        : [{ address: address(id, 'domain'), source, kind: 'client', domainOf: model } as const]),
      ...(context === undefined
        ? []
        : [{ address: address(id, 'context'), source: context, kind: 'client' } as const]),
    ]),
  ];
}

function fieldSources(
  address: string,
  { name }: ModelDeclaration,
  { compute, script, domain, relation }: FieldDeclaration,
): readonly PythonSource[] {
  const roots = { record: name, self: name };
  return [
    ...(compute === undefined ? [] : [{ address, source: compute, kind: 'expression', roots } as const]),
    ...(script === undefined ? [] : [{ address, source: script, kind: 'compute', roots } as const]),
    ...(domain === undefined
      ? []
      : [{ address, source: domain, kind: 'client', domainOf: relation, variablesOf: name } as const]),
  ];
}

function bodySources(address: string, model: string, body: ActionBody): readonly PythonSource[] {
  const roots = { record: model, records: model, model };
  if ('code' in body) return [{ address, source: body.code, kind: 'script', roots }];
  if ('set' in body) return [{ address, source: body.set.value, kind: 'expression', roots }];
  return [];
}

function getterSources(address: string, automation: AutomationDeclaration): readonly PythonSource[] {
  if (automation.trigger !== 'on_webhook' || automation.record === undefined) return [];
  const { record, model } = automation;
  return [{ address, source: record, kind: 'expression', roots: { model } }];
}

/** Paths that are no Python: the field that an action sets, and what a computation hangs on beyond its own model. */
function checkPaths(addon: AddonDeclaration, names: KnownNames): readonly Problem[] {
  const fields = (addon.models ?? []).flatMap(({ name: model, ownFields }) =>
    Object.entries(ownFields).flatMap(([name, { depends = [], related }]) =>
      [...depends, ...(related === undefined ? [] : [related])]
        .filter((path) => path.includes('.') && names.fieldsOf(model).has(path.split('.')[0] ?? ''))
        .map((path) => ({
          address: `${addon.name} › ${model}.${name}`,
          message: findPathFault(names, model, path),
        })),
    ),
  );
  const actions = [...(addon.serverActions ?? []), ...(addon.automations ?? [])].flatMap((action) => {
    if (!('set' in action)) return [];
    const message = findPathFault(names, action.model, action.set.field);
    return [{ address: `${addon.name} › ${action.id}`, message }];
  });
  return [...fields, ...actions].flatMap(({ address, message }) =>
    message === undefined ? [] : [{ address, message }],
  );
}

function checkMove(
  addon: string,
  { from, to, code }: MoveDeclaration,
  names: KnownNames,
): readonly Problem[] {
  const address = `${addon} › ${from} → ${to}`;
  const source = splitField(from);
  const target = splitField(to);
  const fault = findFieldFault(names, target.model, target.field);
  const fields = names.fieldsOf(source.model);
  const withSource: KnownNames = {
    ...names,
    fields: new Set([...names.fields, source.field]),
    fieldsOf: (model) =>
      model === source.model
        ? new Map([...fields, [source.field, { type: 'char', label: source.field }]])
        : names.fieldsOf(model),
  };
  return [
    ...(fields.has(source.field)
      ? [{ address, message: `"${source.field}" is still declared, so nothing is moved` }]
      : []),
    ...(fault === undefined ? [] : [{ address, message: fault }]),
    ...checkPython({ address, source: code, kind: 'script', roots: { records: source.model } }, withSource),
  ];
}
