import type { Odoo } from '../../../odoo/model-api.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { findShown, type Label, labelShown, type Shown } from '../../../portal/shown.ts';
import type { Reader } from '../../../reader/create-reader.ts';
import type { TicketSlots } from '../slots/create-ticket-slots.ts';
import type { FormInput, FormOption } from '../slots/form-input.ts';
import { LONGEST, parseInput } from './parse-input.ts';

/** A field of the form that another addon brings, with what it offers at this moment and what came with the form. */
export interface FormField {
  readonly key: string;
  readonly label: Label;
  readonly input: FormInput;
  /** Of a select. */
  readonly options: readonly FormOption[];
  /** As it stands in the form. */
  readonly text: string;
  /** What is written to the ticket; undefined for nothing. */
  readonly cell: string | undefined;
  readonly error: Shown | undefined;
}

/** The fields as they come with a form, or as a fresh form has them: a call for each select that asks Odoo. */
export function readFormFields(
  { service, reader, user, fields, query }: CustomerRequest,
  { slots }: { readonly slots: TicketSlots },
): Promise<readonly FormField[]> {
  // What there is to choose from has its names in the customer's language.
  const inTheirs = service.with({ context: { lang: user.lang } });
  const isSent = fields.form_token !== undefined;
  return Promise.all(
    slots.in('form').flatMap(({ key, label, form: input }) => {
      if (!input) return [];
      const field = { key, label, input };
      const asked = { service: inTheirs, reader };
      return [isSent ? readSent(field, fields[key] ?? '', asked) : readFresh(field, query[key] ?? '', asked)];
    }),
  );
}

type Field = Pick<FormField, 'key' | 'label' | 'input'>;

interface Asked {
  readonly service: Odoo;
  readonly reader: Reader;
}

/** A fresh form may be told by its address what to choose. */
async function readFresh(field: Field, named: string, asked: Asked): Promise<FormField> {
  const options = await readOptions(field.input, named, asked);
  const isOffered = options.some(({ value }) => value === named);
  const text = isOffered ? named : firstText(field.input);
  return { ...field, options, text, cell: undefined, error: undefined };
}

async function readSent(field: Field, sent: string, asked: Asked): Promise<FormField> {
  const { input } = field;
  const options = await readOptions(input, sent, asked);
  // A select that offered nothing did not stand in the form.
  const isAsked = input.kind !== 'select' || options.length > 0 || sent !== '';
  return { ...field, options, text: sent, ...(isAsked ? parseInput(input, sent, options) : NOTHING) };
}

const NOTHING = { cell: undefined, error: undefined };

async function readOptions(
  input: FormInput,
  chosen: string,
  { service, reader }: Asked,
): Promise<readonly FormOption[]> {
  if (input.kind !== 'select') return [];
  if (typeof input.options !== 'function') return input.options;
  // Whatever stands in one of Odoo's rows, it must not cost the form.
  const options = await input.options(service, { reader, chosen });
  return options.map((option) => ({ ...option, name: findShown(option.name) ?? `#${option.value}` }));
}

function firstText(input: FormInput): string {
  if (input.kind === 'date' || input.first === undefined) return '';
  return input.first === true ? CHECKED : String(input.first || '');
}

/** What a box says that is ticked; one that is not says nothing. */
export const CHECKED = '1';

/** As the form's template shows them. A select of nothing is left out, unless it has to say why. */
export function mapFormFields(fields: readonly FormField[], showsErrors: boolean) {
  return fields
    .filter(({ input, options, error }) => input.kind !== 'select' || options.length > 0 || error)
    .map(({ key, label, input, options, text, error }) => {
      const shownError = showsErrors ? error : undefined;
      const [least, most] = input.kind === 'number' ? [input.least, input.most] : [];
      return {
        key,
        label: labelShown(label),
        help: input.help && labelShown(input.help),
        error: shownError,
        describedBy: [shownError && `${key}-error`, input.help && `${key}-help`].filter(Boolean).join(' '),
        text,
        is: kindsOf(input),
        isRequired: input.kind !== 'checkbox' && input.isRequired === true,
        isChecked: text === CHECKED,
        longest: longestOf(input),
        ...{ least, hasLeast: least !== undefined, most, hasMost: most !== undefined },
        none: input.kind === 'select' ? labelShown(input.none) : undefined,
        options: options.map(({ value, name }) => ({ value, name, isChosen: value === text })),
      };
    });
}

const kindsOf = ({ kind }: FormInput) => ({
  checkbox: kind === 'checkbox',
  select: kind === 'select',
  longText: kind === 'longText',
  date: kind === 'date',
  number: kind === 'number',
});

function longestOf(input: FormInput): number | undefined {
  return input.kind === 'text' || input.kind === 'longText'
    ? (input.longest ?? LONGEST[input.kind])
    : undefined;
}
