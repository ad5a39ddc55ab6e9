import type { z } from 'zod';
import type { CallOptions, Context } from '../odoo/caller.ts';
import { createDeployedAction } from '../odoo/deployed-action.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { defineServerAction, type ServerActionDeclaration } from '../schema/index.ts';

/** A server action of ours that the service asks for something: what Odoo holds, and how the two understand each other. */
export interface AskedAction<Answer = unknown> {
  readonly declaration: ServerActionDeclaration;
  readonly externalId: string;
  /** Where its code finds what is asked: a name in the context of the call. */
  readonly asked: string;
  readonly answer: z.ZodType<Answer>;
}

export interface AskedActionOptions<Answer> {
  readonly id: string;
  readonly label: string;
  readonly model: string;
  readonly asked: string;
  /** Python that finds what is asked under that name, and leaves its answer in `action`. */
  readonly code: (asked: string) => string;
  /** Keys of the addon's `service` texts that the code says. */
  readonly says?: readonly string[];
  readonly answer: z.ZodType<Answer>;
}

/** For the service's account and for administrators; whatever it does must bear to be done twice. */
export function defineAskedAction<Answer>({
  code,
  asked,
  answer,
  ...action
}: AskedActionOptions<Answer>): AskedAction<Answer> {
  const groups = ['group_service', 'group_administrator'];
  return {
    declaration: defineServerAction({ ...action, groups, code: code(asked) }),
    externalId: `__supportdesk__.${action.id}`,
    asked,
    answer,
  };
}

export interface AskSettings extends Pick<CallOptions, 'signal'> {
  /** What else the call's context says, such as the language. */
  readonly context?: Context;
}

/**
 * Asks in one call, which is sent again where the first got no answer.
 * @throws OdooError as the action's code does, and `odoo_missing` where somebody deleted it.
 */
export type Ask<Answer> = (odoo: Odoo, asked: object | number, settings?: AskSettings) => Promise<Answer>;

export function createAsk<Answer>({ externalId, asked: name, answer }: AskedAction<Answer>): Ask<Answer> {
  const run = createDeployedAction(externalId);
  return async (odoo, asked, { context, signal } = {}) =>
    answer.parse(await run(odoo, { ...context, [name]: asked }, { signal }));
}
