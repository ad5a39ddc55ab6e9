/** Texts may hold `{{ object.x_name }}`, the body QWeb such as `<t t-out="object.x_name"/>`. */
export interface MailTemplateDeclaration {
  readonly id: string;
  readonly label: string;
  readonly model: string;
  readonly subject: string;
  /** HTML, well-formed as XML. */
  readonly body: string;
  readonly from?: string;
  /** Addresses, separated by commas. */
  readonly to?: string;
  /** Ids of contacts, separated by commas. */
  readonly toPartners?: string;
  readonly replyTo?: string;
  /** The language of the mail, such as `{{ object.x_partner_id.lang }}`. */
  readonly language?: string;
  /** Sent mails are deleted; the default of Odoo. */
  readonly autoDelete?: boolean;
  readonly description?: string;
  /** `true` where it follows the declaration; else it is handed out once, and the organisation's from then on. */
  readonly sync?: boolean;
}

/** An address whose mails become records. */
export interface MailAliasDeclaration {
  readonly id: string;
  /** What stands before the @; the organisation's once it is created. */
  readonly name: string;
  readonly model: string;
  readonly accepts: 'everyone' | 'partners' | 'followers';
  /** Values of a new record; Python expression of a dictionary. */
  readonly defaults?: string;
}

export const defineMailTemplate = (template: MailTemplateDeclaration): MailTemplateDeclaration => template;
export const defineMailAlias = (alias: MailAliasDeclaration): MailAliasDeclaration => alias;
