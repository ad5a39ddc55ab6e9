import type { AddonDeclaration, FieldDeclaration, ModelDeclaration } from '../../schema/index.ts';
import { toExternalId } from '../../schema/index.ts';
import type { DesiredRecord, Reference } from '../record.ts';
import { externalIdOf, fieldId, modelId } from './names.ts';

/** Models, their fields, selection values and defaults. */
export function compileModels(
  addon: AddonDeclaration,
  declaredModels: ReadonlySet<string>,
): readonly DesiredRecord[] {
  return (addon.models ?? []).flatMap((model) => {
    const modelRef: Reference = { ref: modelReference(model.name, declaredModels) };
    const fields = Object.entries(model.ownFields).flatMap(([name, declaration]) =>
      compileField(`${addon.name} › ${model.name}.${name}`, model.name, modelRef, name, declaration),
    );
    return [...compileModel(addon, model), ...fields];
  });
}

/** The external id of an `ir.model`; Odoo names those of its own models by a rule. */
export function modelReference(model: string, declaredModels: ReadonlySet<string>): string {
  return declaredModels.has(model) ? modelId(model) : `base.model_${model.replaceAll('.', '_')}`;
}

function compileModel(addon: AddonDeclaration, model: ModelDeclaration): readonly DesiredRecord[] {
  if (model.kind === 'extension') return [];
  return [
    {
      externalId: modelId(model.name),
      model: 'ir.model',
      stage: 'models',
      address: `${addon.name} › ${model.name}`,
      values: {
        name: model.label ?? model.name,
        model: model.name,
        is_mail_thread: model.mail?.thread ?? false,
        is_mail_activity: model.mail?.activity ?? false,
      },
      // Odoo refuses an order by fields that do not exist yet.
      ...(model.order === undefined ? {} : { late: { order: model.order } }),
    },
  ];
}

function compileField(
  address: string,
  model: string,
  modelRef: Reference,
  name: string,
  field: FieldDeclaration,
): readonly DesiredRecord[] {
  const id = fieldId(model, name);
  const record: DesiredRecord = {
    externalId: id,
    model: 'ir.model.fields',
    stage: field.compute === undefined ? 'fields' : 'computed fields',
    address,
    values: {
      name,
      model_id: modelRef,
      ttype: field.type,
      field_description: field.label,
      help: field.help ?? '',
      relation: field.relation ?? '',
      relation_field: field.inverse ?? '',
      required: field.compute === undefined && (field.required ?? false),
      readonly: field.compute !== undefined || (field.readonly ?? false),
      index: field.index ?? false,
      copied: field.compute === undefined && field.type !== 'one2many' && (field.copied ?? true),
      tracking: field.tracking ? 1 : 0,
      store: field.compute === undefined || (field.store ?? false),
      group_expand: field.expand ?? false,
      compute: field.compute === undefined ? '' : computeCode(name, field.compute),
      depends: field.depends?.join(',') ?? '',
      groups: { refs: (field.groups ?? []).map(toExternalId) },
      on_delete: field.type === 'many2one' ? (field.onDelete ?? 'set null') : '',
    },
    after: fieldsUsed(model, field),
  };
  return [
    record,
    ...compileSelection(address, id, model, name, field),
    ...compileDefault(address, id, model, name, field),
  ];
}

/** Odoo refuses a computation on a field that it does not know yet, and deletes no field that another leans on. */
function fieldsUsed(model: string, { depends, relation, inverse }: FieldDeclaration): readonly string[] {
  const siblings = (depends ?? []).map((path) => fieldId(model, path.split('.')[0] ?? path));
  return inverse === undefined ? siblings : [...siblings, fieldId(relation ?? '', inverse)];
}

function computeCode(name: string, expression: string): string {
  return `for record in self:\n    record['${name}'] = ${expression}`;
}

function compileSelection(
  address: string,
  field: string,
  model: string,
  name: string,
  { selection }: FieldDeclaration,
): readonly DesiredRecord[] {
  return selectionEntries(selection ?? {}).map(([value, label], index) => ({
    externalId: externalIdOf('selection', model, name, value),
    model: 'ir.model.fields.selection',
    stage: 'selections',
    address: `${address} › ${value}`,
    values: { field_id: { ref: field }, value, name: label, sequence: index },
  }));
}

/** In the order of declaration; JavaScript moves keys that are numbers to the front, which is where they count. */
const selectionEntries = (selection: Readonly<Record<string, string>>) => Object.entries(selection);

function compileDefault(
  address: string,
  field: string,
  model: string,
  name: string,
  declaration: FieldDeclaration,
): readonly DesiredRecord[] {
  if (declaration.default === undefined) return [];
  return [
    {
      externalId: externalIdOf('default', model, name),
      model: 'ir.default',
      stage: 'defaults',
      address: `${address} › default`,
      values: { field_id: { ref: field }, json_value: JSON.stringify(declaration.default) },
    },
  ];
}
