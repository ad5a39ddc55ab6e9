import type { ActionBody } from './server-action.ts';

/** How long after a moment, or before it where negative. */
export interface Delay {
  readonly amount: number;
  readonly unit: 'minutes' | 'hour' | 'day' | 'month';
}

type Trigger =
  | {
      readonly trigger:
        | 'on_create_or_write'
        | 'on_create'
        | 'on_write'
        | 'on_stage_set'
        | 'on_user_set'
        | 'on_tag_set'
        | 'on_state_set'
        | 'on_priority_set'
        | 'on_archive'
        | 'on_unarchive';
      /** Only when one of these changes; without it Odoo watches the fields of the filter. */
      readonly fields?: readonly string[];
      /** `true` where it has neither on purpose: Odoo then runs it several times for one save. */
      readonly everySave?: boolean;
    }
  | { readonly trigger: 'on_unlink' | 'on_message_received' | 'on_message_sent' }
  /** In a form, before it is saved; code only. */
  | { readonly trigger: 'on_change'; readonly fields: readonly string[] }
  | { readonly trigger: 'on_time'; readonly date: string; readonly delay: Delay }
  | { readonly trigger: 'on_time_created' | 'on_time_updated'; readonly delay: Delay }
  | {
      readonly trigger: 'on_webhook';
      /** Python that finds the record, with `payload` and `model`. */
      readonly record?: string;
      /** Calls are kept in Odoo's log. */
      readonly log?: boolean;
    };

export type AutomationDeclaration = Trigger &
  ActionBody & {
    readonly id: string;
    readonly label: string;
    readonly model: string;
    /** Only records that fit this domain after the change; Python expression. */
    readonly filter?: string;
    /** Only records that fitted this domain before the change; Python expression. */
    readonly before?: string;
    /** A name: changes whose context has it are nothing to it. */
    readonly unless?: string;
    /**
     * Its code works on `records`, and not on `record`: those that one write changed, all of them in one go. Odoo on its own runs
     * code once for each, and what that writes sets off every other automation each time.
     */
    readonly atOnce?: true;
    /**
     * Of many records that are made or changed at once it runs for one, whose code takes the others along: Odoo would run
     * it once for each, and takes longer for that the more there are. Python, the terms of a domain that hold for what
     * was made in this transaction and nobody took along yet. Not beside `before`. The code finds all of them, its own among
     * them, by `along_with(record)`.
     */
    readonly together?: string;
  };

/** Terms for `together`: what the code has not noted in `env.cr.precommit.data` under that name, by id. */
export const notNoted = (name: string): string =>
  `('id', 'not in', list(user.env.cr.precommit.data.get('${name}') or []))`;

export const defineAutomation = (automation: AutomationDeclaration): AutomationDeclaration => automation;
