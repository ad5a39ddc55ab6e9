import type { Contribution } from '../../../lib/slot.ts';
import { isOdooError } from '../../../odoo/faults.ts';
import { findLink } from '../../../odoo/found-values.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { LocalText } from '../../../portal/shown.ts';
import type { Text } from '../../../schema/index.ts';
import type { FormInput, FormOption } from '../slots/form-input.ts';
import { type FieldValue, type TicketField, type TicketPlace, ticketFields } from '../slots/ticket-field.ts';
import { yesNo } from '../slots/yes-no.ts';
import type { OwnField, OwnFields } from './own-field.ts';

/** Own fields on customers' pages, each where the organisation wants it. */
export function ownFieldSlots(fields: OwnFields): readonly Contribution[] {
  return Object.entries(fields).flatMap(([name, own]) => {
    const places = placesOf(own);
    return places.length === 0 ? [] : [ticketFields.with(mapSlot(name, own, places))];
  });
}

function placesOf({ portal }: OwnField): readonly TicketPlace[] {
  const { form, details, list, csv } = portal;
  return [
    ...(form ? (['form'] as const) : []),
    ...(details ? (['details'] as const) : []),
    ...(list ? (['column'] as const) : []),
    ...(csv ? (['csv'] as const) : []),
  ];
}

function mapSlot(name: string, own: OwnField, places: readonly TicketPlace[]): TicketField {
  return {
    key: name,
    label: localText(own.label),
    reads: { [name]: own.type === 'many2one' ? { fields: { display_name: {} } } : {} },
    value: (row) => mapValue(own, Object.getOwnPropertyDescriptor(row, name)?.value),
    in: places,
    ...(own.portal.form ? { form: mapInput(name, own) } : {}),
  };
}

/** What Odoo holds, as it is shown; a value of a selection that is no longer offered shows itself. */
function mapValue(own: OwnField, value: unknown): FieldValue {
  switch (own.type) {
    case 'boolean':
      return yesNo(value === true);
    case 'integer':
      // Odoo has no empty number.
      return typeof value === 'number' && value !== 0 ? value : undefined;
    case 'many2one':
      return findLink(value)?.name;
    default: {
      if (typeof value !== 'string') return undefined;
      if (own.type === 'date') return { day: value };
      const text = own.type === 'selection' ? own.values[value] : undefined;
      return text === undefined ? value : localText(text);
    }
  }
}

function mapInput(name: string, own: OwnField): FormInput {
  const help = own.help === undefined ? {} : { help: localText(own.help) };
  const shared = { column: name, ...help };
  switch (own.type) {
    case 'boolean':
      return { ...shared, kind: 'checkbox', first: own.default ?? false };
    case 'date':
      return { ...shared, kind: 'date', isRequired: own.required };
    case 'integer':
      return { ...shared, kind: 'number', isRequired: own.required, ...firstOf(own) };
    case 'selection': {
      const options = Object.entries(own.values).map(([value, text]) => ({ value, name: localText(text) }));
      return { ...shared, ...CHOICE, options, isRequired: own.required, ...firstOf(own) };
    }
    case 'many2one': {
      const options = (service: Odoo) => findRecords(service, own.model);
      return { ...shared, ...CHOICE, column: `${name}/.id`, options, isRequired: own.required };
    }
    default: {
      const kind = own.type === 'text' ? 'longText' : 'text';
      return { ...shared, kind, isRequired: own.required, ...firstOf(own) };
    }
  }
}

const CHOICE = { kind: 'select', none: 'ticket.choice.none', error: 'ticket.error.choice' } as const;

const firstOf = <T>({ default: first }: { readonly default?: T | undefined }) =>
  first === undefined ? {} : { first };

/** More are too many to choose from in a list. */
const MOST_RECORDS = 500;

/** What the service account may read; of a model that it may not, the form does not speak. */
async function findRecords(service: Odoo, model: string): Promise<readonly FormOption[]> {
  try {
    const records = await service
      .model({ name: model, fields: {} })
      .searchRead([], { fields: ['display_name'], limit: MOST_RECORDS });
    return records.map(({ id, display_name }) => ({ value: String(id), name: display_name }));
  } catch (error) {
    if (isOdooError(error, 'odoo_access_error')) return [];
    throw error;
  }
}

const localText = (text: Text): LocalText => ({ texts: typeof text === 'string' ? { en: text } : text });
