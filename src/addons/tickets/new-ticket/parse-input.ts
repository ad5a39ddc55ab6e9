import { DateTime } from 'luxon';
import { labelShown, type Shown } from '../../../portal/shown.ts';
import { TICKET_LIMITS } from '../limits.ts';
import type { FormInput, FormOption } from '../slots/form-input.ts';

export interface ParsedInput {
  /** As Odoo's import takes it; undefined for nothing. */
  readonly cell: string | undefined;
  readonly error: Shown | undefined;
}

/** What was sent for a field of the form, whatever it is. */
export function parseInput(input: FormInput, sent: string, options: readonly FormOption[]): ParsedInput {
  if (input.kind === 'checkbox') return valid(sent === '' ? '0' : '1');
  const text = sent.trim();
  if (text === '') return input.isRequired ? wrong({ key: 'ticket.error.required' }) : valid(undefined);
  switch (input.kind) {
    case 'select':
      return options.some(({ value }) => value === sent) ? valid(sent) : wrong(labelShown(input.error));
    case 'date':
      return isDay(text) ? valid(text) : wrong({ key: 'ticket.error.date' });
    case 'number':
      return parseNumber(text, input);
    default: {
      const most = input.longest ?? LONGEST[input.kind];
      return text.length <= most ? valid(text) : wrong({ key: 'ticket.error.tooLong', values: { most } });
    }
  }
}

export const LONGEST = { text: TICKET_LIMITS.subject, longText: TICKET_LIMITS.text } as const;

/** What PostgreSQL takes for a whole number. */
const LARGEST = 2 ** 31 - 1;

function parseNumber(
  text: string,
  { least = -LARGEST, most = LARGEST }: Extract<FormInput, { kind: 'number' }>,
): ParsedInput {
  const number = /^[+-]?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return valid(String(number));
  const isBounded = least !== -LARGEST || most !== LARGEST;
  return wrong(
    isBounded ? { key: 'ticket.error.range', values: { least, most } } : { key: 'ticket.error.number' },
  );
}

/** Of a year that Odoo and every calendar know. */
function isDay(text: string): boolean {
  return /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;
}

const valid = (cell: string | undefined): ParsedInput => ({ cell, error: undefined });
const wrong = (error: Shown): ParsedInput => ({ cell: undefined, error });
