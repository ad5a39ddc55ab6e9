import {
  type AddonDeclaration,
  defineAddon,
  extendModel,
  type FieldDeclaration,
  sourceText,
} from '../../../schema/index.ts';
import { Ticket } from '../models.ts';
import type { OwnField, OwnFields } from './own-field.ts';
import { ownFieldViews } from './own-field-views.ts';
import { translateOwnFields } from './translate-own-fields.ts';

/** An organisation's own fields on tickets, as the addon that a programmer would write for them. */
export function declareOwnFields(fields: OwnFields): AddonDeclaration {
  return defineAddon({
    name: OWN_FIELDS,
    depends: ['tickets'],
    assumes: Object.values(fields).flatMap((own) => (own.type === 'many2one' ? [own.model] : [])),
    models: [extendModel(Ticket, { fields: mapFields(fields) })],
    views: ownFieldViews(fields),
    translations: translateOwnFields(fields),
  });
}

/** As a plan names them. */
const OWN_FIELDS = 'own fields';

type OwnName = `x_${string}`;

function mapFields(fields: OwnFields): Readonly<Record<OwnName, FieldDeclaration>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, own]): [OwnName, FieldDeclaration][] =>
      isOwnName(name) ? [[name, mapField(own)]] : [],
    ),
  );
}

const isOwnName = (name: string): name is OwnName => name.startsWith('x_');

function mapField(own: OwnField): FieldDeclaration {
  return {
    type: own.type,
    label: sourceText(own.label),
    tracking: own.tracking,
    ...(own.help === undefined ? {} : { help: sourceText(own.help) }),
    ...('default' in own && own.default !== undefined ? { default: own.default } : {}),
    ...(own.type === 'selection' ? { selection: mapValues(own.values) } : {}),
    ...(own.type === 'many2one' ? { relation: own.model, index: true } : {}),
  };
}

const mapValues = (values: Extract<OwnField, { type: 'selection' }>['values']) =>
  Object.fromEntries(Object.entries(values).map(([value, text]) => [value, sourceText(text)]));
