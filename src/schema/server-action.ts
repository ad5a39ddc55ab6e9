/** What an action does; the same for those that people start and those that automations run. */
export type ActionBody =
  /** Python, with `records`, `record`, `model` and `env`. */
  | {
      readonly code: string;
      /** Keys of the addon's `service` texts that the code says: `say('loan.late', env.user.lang, {'name': record.x_name})`. */
      readonly says?: readonly string[];
    }
  | {
      readonly set: {
        /** The field, or a path that ends in it. */
        readonly field: string;
        /** Python expression, so a text stands in quotes of its own. */
        readonly value: string;
      };
    }
  | {
      /** Odoo posts the record to the address, before it commits, and waits a second at most. */
      readonly webhook: { readonly url: string; readonly fields: readonly string[] };
    }
  | {
      readonly mail: {
        /** Id of a mail template. */
        readonly template: string;
        /** An e-mail only, a message in the chatter, or an internal note. */
        readonly as: 'email' | 'comment' | 'note';
      };
    };

export type ServerActionDeclaration = ActionBody & {
  readonly id: string;
  readonly label: string;
  readonly model: string;
  /** The views in whose Action menu it stands; without any it is only started by code. */
  readonly menuOf?: readonly ('list' | 'form' | 'kanban')[];
  /** Who may start it; everybody where absent. */
  readonly groups?: readonly string[];
};

export const defineServerAction = (action: ServerActionDeclaration): ServerActionDeclaration => action;
