import type { PortalKey } from '../../../lib/text-key.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { Label, Shown } from '../../../portal/shown.ts';
import type { Reader } from '../../../reader/create-reader.ts';

/** What a customer fills in on the form for a new ticket. It is written to the ticket together with all the rest. */
export type FormInput = (SelectInput | TextInput | CheckboxInput | DateInput | NumberInput) & {
  /** The column of a new ticket that takes the value, as Odoo's import names it: `x_room`, `x_team_id/.id`. */
  readonly column: string;
  readonly help?: Label;
};

interface Required {
  /** The form insists on a value. */
  readonly isRequired?: boolean;
}

/** One of several, or none. */
interface SelectInput extends Required {
  readonly kind: 'select';
  /** At hand, or read: by the service account what is the same for all, as the customer what is theirs. Of nothing, the form does not speak. */
  readonly options:
    | readonly FormOption[]
    | ((service: Odoo, asks: OptionsAsked) => Promise<readonly FormOption[]>);
  /** The choice of none. */
  readonly none: Label;
  /** The answer to what is not offered, or not any more. */
  readonly error: Label;
  /** What is chosen at first. */
  readonly first?: string;
  /** The subject of a form whose address chose one: a text with its `name`. */
  readonly subject?: PortalKey;
}

interface TextInput extends Required {
  readonly kind: 'text' | 'longText';
  /** Characters at most; 200 in a line and 20,000 in several unless told. */
  readonly longest?: number;
  readonly first?: string;
}

interface CheckboxInput {
  readonly kind: 'checkbox';
  readonly first?: boolean;
}

interface DateInput extends Required {
  readonly kind: 'date';
}

/** A whole number. */
interface NumberInput extends Required {
  readonly kind: 'number';
  readonly least?: number;
  readonly most?: number;
  readonly first?: number;
}

export interface OptionsAsked {
  /** Odoo as the customer sees it. */
  readonly reader: Reader;
  /** What the form or its address names; it is offered, where the customer sees it. */
  readonly chosen: string;
}

export interface FormOption {
  /** As it stands in the form, and as it is written. */
  readonly value: string;
  readonly name: Shown;
  /** What it is called in a subject, where that is shorter. */
  readonly subject?: string;
}
