import { suggestion } from '../../lib/suggestion.ts';
import { type AddonDeclaration, type FieldDeclaration, toExternalId } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';

/** All that is declared, by name, and what is known of Odoo's own models: enough to follow a path of fields. */
export interface KnownNames {
  readonly models: ReadonlySet<string>;
  /** Every field that begins with `x_`, of any model. */
  readonly fields: ReadonlySet<string>;
  /** Other texts that look like one of these: codes of sequences, keys of parameters, models that people made. */
  readonly keys: ReadonlySet<string>;
  readonly externalIds: ReadonlySet<string>;
  /** What we put on a model, ours or Odoo's. */
  fieldsOf(model: string): ReadonlyMap<string, FieldDeclaration>;
}

/** `records` are what the addons compile to. */
export function createKnownNames(
  addons: readonly AddonDeclaration[],
  records: readonly DesiredRecord[],
): KnownNames {
  const models = addons.flatMap((addon) => addon.models ?? []);
  const byModel = new Map<string, Map<string, FieldDeclaration>>();
  for (const { name, ownFields } of models) {
    const fields = byModel.get(name) ?? new Map<string, FieldDeclaration>();
    for (const [field, declaration] of Object.entries(ownFields)) fields.set(field, declaration);
    byModel.set(name, fields);
  }
  const selections = models.flatMap(({ name, selections = {} }) =>
    Object.entries(selections).map(([field, { add = {} }]) => ({ name, field, add })),
  );
  for (const { name, field, add } of selections) {
    const declared = byModel.get(name)?.get(field);
    if (declared)
      byModel.get(name)?.set(field, { ...declared, selection: { ...declared.selection, ...add } });
  }
  const keys = addons.flatMap(({ sequences = [], parameters = [], assumes = [] }) => [
    ...assumes,
    ...sequences.map(({ code }) => code),
    ...parameters.map(({ key }) => key),
  ]);
  return {
    models: new Set(models.filter(({ kind }) => kind === 'model').map(({ name }) => name)),
    fields: new Set([...byModel.values()].flatMap((fields) => [...fields.keys()])),
    keys: new Set(keys),
    externalIds: new Set(records.map(({ externalId }) => externalId)),
    fieldsOf: (model) => byModel.get(model) ?? new Map(),
  };
}

/** Fields that Odoo itself puts on a model, or that come with chatter, activities and ratings. */
const GIVEN =
  /^(id|ids|display_name|create_date|create_uid|write_date|write_uid|message_\w+|activity_\w+|website_message_ids|rating_\w+|my_activity_\w+|has_message)$/;

export const isGiven = (field: string): boolean => GIVEN.test(field);

/** Where fields of Odoo's own lead, as far as our declarations follow them. */
const RELATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': {
    create_uid: 'res.users',
    write_uid: 'res.users',
    company_id: 'res.company',
    message_ids: 'mail.message',
    message_partner_ids: 'res.partner',
    activity_ids: 'mail.activity',
    rating_ids: 'rating.rating',
  },
  'res.partner': {
    parent_id: 'res.partner',
    child_ids: 'res.partner',
    commercial_partner_id: 'res.partner',
    user_ids: 'res.users',
  },
  'res.users': { partner_id: 'res.partner', commercial_partner_id: 'res.partner' },
  'mail.message': { author_id: 'res.partner' },
  'res.company': { partner_id: 'res.partner' },
};

/** The model at the end of a field; undefined where there is none, or nobody here knows it. */
export function relationOf(names: KnownNames, model: string, field: string): string | undefined {
  const declared = names.fieldsOf(model).get(field);
  return declared ? declared.relation : (RELATIONS[model]?.[field] ?? RELATIONS['*']?.[field]);
}

/**
 * What is wrong with a path of fields such as `x_partner_id.x_vip`, which begins at a model or, undefined, at nobody
 * knows which. Fields of Odoo's own that we do not know are left to Odoo.
 */
export function findPathFault(
  names: KnownNames,
  model: string | undefined,
  path: string,
): string | undefined {
  let at = model;
  for (const field of path.split('.')) {
    const fault = findFieldFault(names, at, field);
    if (fault !== undefined) return fault;
    at = at === undefined ? undefined : relationOf(names, at, field);
  }
  return undefined;
}

export function findFieldFault(
  names: KnownNames,
  model: string | undefined,
  field: string,
): string | undefined {
  const isOurs = field.startsWith('x_');
  if (model === undefined) {
    if (!isOurs || names.fields.has(field)) return undefined;
    return `nothing is declared as "${field}"${suggestion(field, names.fields)}`;
  }
  const declared = names.fieldsOf(model);
  if (declared.has(field) || (!isOurs && (!names.models.has(model) || isGiven(field)))) return undefined;
  return `"${model}" has no field "${field}"${suggestion(field, declared.keys())}`;
}

/** What is wrong with a text that may name a model, a path, a key or one of our external ids. */
export function findTextFault(names: KnownNames, text: string): string | undefined {
  if (text.startsWith(toExternalId(''))) {
    if (names.externalIds.has(text)) return undefined;
    const bare = text.slice(toExternalId('').length);
    const known = [...names.externalIds].map((id) => id.slice(toExternalId('').length));
    return `nothing is declared as "${bare}"${suggestion(bare, known)}`;
  }
  const path = /^(?:(?:search_)?default_)?(x_\w+(?:\.\w+)*)(?::\w+)?$/.exec(text)?.[1];
  if (path === undefined || names.models.has(path) || names.keys.has(path)) return undefined;
  const fault = findPathFault(names, undefined, path);
  const [first = ''] = path.split('.');
  if (fault === undefined || first === path || names.fields.has(first)) return fault;
  return `nothing is declared as "${path}"${suggestion(path, [...names.models, ...names.keys])}`;
}

/** What is wrong with a value that a selection is compared with. */
export function findValueFault(
  names: KnownNames,
  model: string | undefined,
  path: string,
  value: string,
): string | undefined {
  const parts = path.split('.');
  const field = parts.pop() ?? '';
  const owner = parts.reduce<string | undefined>(
    (at, part) => (at === undefined ? undefined : relationOf(names, at, part)),
    model,
  );
  const declared = owner === undefined ? undefined : names.fieldsOf(owner).get(field);
  const values = declared?.type === 'selection' ? Object.keys(declared.selection ?? {}) : [];
  if (values.length === 0 || value === '' || values.includes(value)) return undefined;
  return `"${field}" has no value "${value}"${suggestion(value, values)}`;
}
