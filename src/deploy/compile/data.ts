import { type AddonDeclaration, type RecordDeclaration, toExternalId } from '../../schema/index.ts';
import type { DesiredRecord, Value } from '../record.ts';
import { translationColumn } from '../translation-column.ts';

export function compileSequences(addon: AddonDeclaration): readonly DesiredRecord[] {
  return (addon.sequences ?? []).map((sequence) => ({
    externalId: toExternalId(sequence.id),
    model: 'ir.sequence',
    stage: 'sequences',
    address: `${addon.name} › ${sequence.id}`,
    values: { name: sequence.label, code: sequence.code },
    // How references look is the organisation's choice once they are handed out.
    initial: { prefix: sequence.prefix, padding: sequence.padding },
    handedOut: 'part',
  }));
}

export function compileParameters(addon: AddonDeclaration): readonly DesiredRecord[] {
  return (addon.parameters ?? []).map(({ id, key, value, sync }) => ({
    externalId: toExternalId(id),
    model: 'ir.config_parameter',
    stage: 'parameters',
    address: `${addon.name} › ${id}`,
    ...handOut({ key, value }, sync),
  }));
}

/** What an addon holds of customers stands in Odoo, a line of JSON for each addon: Odoo’s code reads them. */
export function compilePersonal({ name, personal = [] }: AddonDeclaration): readonly DesiredRecord[] {
  if (personal.length === 0) return [];
  const lines = personal.map(({ aside: _, ...line }) => line);
  return [
    {
      externalId: toExternalId(`personal__${name}`),
      model: 'ir.config_parameter',
      stage: 'parameters',
      address: `${name} › what it holds of customers`,
      values: { key: `supportdesk.personal.${name}`, value: JSON.stringify(lines) },
    },
  ];
}

export function compileRecords(addon: AddonDeclaration): readonly DesiredRecord[] {
  return (addon.records ?? []).map((record) => {
    const values = toValues(record);
    const texts = toTranslationColumns(record);
    const hasTexts = Object.keys(texts).length > 0;
    return {
      externalId: toExternalId(record.id),
      model: record.model,
      stage: 'records',
      address: `${addon.name} › ${record.id}`,
      ...handOut(values, record.sync),
      ...(hasTexts ? { [record.sync ? 'late' : 'initialTexts']: texts } : {}),
    };
  });
}

/** The columns of a record that follows its declaration, or is the organisation's own once it is there. */
export function handOut(
  values: Readonly<Record<string, Value>>,
  sync = false,
): Pick<DesiredRecord, 'values' | 'initial' | 'handedOut'> {
  return sync ? { values } : { values: {}, initial: values, handedOut: 'whole' };
}

const toTranslationColumns = ({ translations = {} }: RecordDeclaration): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(translations).flatMap(([column, texts = {}]) =>
      Object.entries(texts).map(([language, text]) => [translationColumn(column, language), text]),
    ),
  );

function toValues({ values }: RecordDeclaration): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Value] => {
      if (typeof value !== 'object') return [name, value];
      if ('user' in value) return [name, { user: value.user }];
      if ('ref' in value) return [name, { ref: toExternalId(value.ref) }];
      return [name, { refs: value.refs.map(toExternalId) }];
    }),
  );
}
