import type { PortalKey } from '../../../lib/text-key.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { FormErrors } from '../../../portal/form.ts';
import type { CustomerRequest } from '../../../portal/route.ts';

/** One of several that a customer may choose on the form for a new ticket. Addons that build on tickets bring them. */
export interface FormChoice {
  /** The field's name in the form. */
  readonly key: string;
  /** Texts by their keys: what is chosen, the choice of none, and the answer to what is not offered. */
  readonly label: PortalKey;
  readonly none: PortalKey;
  readonly error: PortalKey;
  /** The column of a new ticket that takes the value, as Odoo's import names it. */
  readonly column: string;
  /** What customers are offered, read by the service account in one call. Of nothing, the form does not speak. */
  readonly findOptions: (service: Odoo) => Promise<readonly FormOption[]>;
}

export interface FormOption {
  /** As it stands in the form, and as it is written. */
  readonly value: string;
  readonly name: string;
}

/** A choice with what it offers at this moment, and what came with the form: one of these, if any. */
export interface OfferedChoice extends FormChoice {
  readonly options: readonly FormOption[];
  readonly chosen: FormOption | undefined;
  /** Something came that is not offered: the list may have changed meanwhile, or somebody made it up. */
  readonly isRefused: boolean;
}

export function offerChoices(
  { service, fields }: CustomerRequest,
  { formChoices }: { readonly formChoices: readonly FormChoice[] },
): Promise<readonly OfferedChoice[]> {
  return Promise.all(
    formChoices.map(async (choice) => {
      const options = await choice.findOptions(service);
      const sent = fields[choice.key] ?? '';
      const chosen = options.find(({ value }) => value === sent);
      return { ...choice, options, chosen, isRefused: sent !== '' && !chosen };
    }),
  );
}

export function mapChoiceErrors(choices: readonly OfferedChoice[]): FormErrors {
  return Object.fromEntries(
    choices.flatMap(({ key, error, isRefused }) => (isRefused ? [[key, error]] : [])),
  );
}
