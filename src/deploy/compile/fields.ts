import type { AddonDeclaration, FieldDeclaration, ModelDeclaration } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import type { CompileContext } from './context.ts';
import { externalIdOf, fieldId } from './names.ts';
import { compileSelection } from './selections.ts';

/** The fields of a model with their selection values and defaults. */
export function compileFields(
  addon: AddonDeclaration,
  model: ModelDeclaration,
  context: CompileContext,
): readonly DesiredRecord[] {
  return Object.entries(model.ownFields).flatMap(([name, field]) => {
    const address = `${addon.name} › ${model.name}.${name}`;
    return [
      compileField(address, model.name, name, field, context),
      ...compileSelection(address, model.name, name, field, context),
      ...compileDefault(address, model.name, name, field),
    ];
  });
}

function compileField(
  address: string,
  model: string,
  name: string,
  field: FieldDeclaration,
  context: CompileContext,
): DesiredRecord {
  const own = computeCode(name, field);
  const isDerived = isDerivedField(field);
  const extension = context.findCompute(model, name);
  const { script: compute = own, depends } = extension ?? { ...field, script: own };
  return {
    externalId: fieldId(model, name),
    model: 'ir.model.fields',
    stage: isDerived || extension ? 'computed fields' : 'fields',
    address,
    values: {
      name,
      model_id: context.modelRef(model),
      ttype: field.type,
      field_description: field.label,
      help: field.help ?? '',
      relation: field.relation ?? '',
      relation_field: field.inverse ?? '',
      required: !isDerived && (field.required ?? false),
      readonly: isDerived ? !field.editable : (field.readonly ?? false),
      index: field.index ?? false,
      copied: !isDerived && field.type !== 'one2many' && (field.copied ?? true),
      // Odoo gives a related field the tracking of its target.
      ...(field.related === undefined ? { tracking: field.tracking ? 1 : 0 } : {}),
      store: isStored(field),
      group_expand: field.expand ?? false,
      compute,
      depends: depends?.join(',') ?? '',
      // Odoo heeds groups on its own fields only: on ours they would protect nothing, so there are none.
      groups: { refs: [] },
      ...typeColumns(model, name, field),
    },
    after: fieldsUsed(model, { ...field, ...extension }),
  };
}

/** Columns that say something about fields of some types only; all have all, so that one call takes all fields. */
function typeColumns(model: string, name: string, field: FieldDeclaration) {
  return {
    related: field.related ?? '',
    translate: isText(field) && (field.translate ?? false),
    size: field.size ?? 0,
    currency_field: field.currency ?? '',
    domain: field.relation === undefined ? '' : (field.domain ?? '[]'),
    // Odoo keeps no table for a relation that it does not store, and tells none.
    relation_table:
      field.type === 'many2many' && isStored(field) ? (field.table ?? relationTable(model, name)) : '',
    on_delete: field.type === 'many2one' ? onDelete(field) : '',
  };
}

const isDerivedField = ({ compute, script, related }: FieldDeclaration) =>
  Boolean(compute ?? script) || related !== undefined;

const isStored = (field: FieldDeclaration) =>
  !isDerivedField(field) || (field.store ?? field.editable ?? false);

/** A required field cannot be emptied when its target goes. */
const onDelete = ({ onDelete: declared, required }: FieldDeclaration) =>
  declared ?? (required ? 'restrict' : 'set null');

const isText = ({ type }: FieldDeclaration) => ['char', 'text', 'html'].includes(type);

const LONGEST_TABLE_NAME = 63;

/** Odoo would give two fields between the same models one table, and with it the same values. */
function relationTable(model: string, name: string): string {
  return `${model}_${name}_rel`
    .replaceAll('.', '_')
    .slice(-LONGEST_TABLE_NAME)
    .replace(/^(?!x_)../, 'x_');
}

/** Odoo refuses a computation on a field that it does not know yet, and deletes no field that another leans on. */
function fieldsUsed(
  model: string,
  { depends, related, relation, inverse, currency }: FieldDeclaration,
): readonly string[] {
  const paths = [
    ...(depends ?? []),
    ...(related === undefined ? [] : [related]),
    ...(currency ? [currency] : []),
  ];
  const siblings = paths.map((path) => fieldId(model, path.split('.')[0] ?? path));
  return inverse === undefined ? siblings : [...siblings, fieldId(relation ?? '', inverse)];
}

function computeCode(name: string, { compute, script = '' }: FieldDeclaration): string {
  return compute === undefined ? script : `for record in self:\n    record['${name}'] = ${compute}`;
}

function compileDefault(
  address: string,
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
      values: { field_id: { ref: fieldId(model, name) }, json_value: JSON.stringify(declaration.default) },
    },
  ];
}
