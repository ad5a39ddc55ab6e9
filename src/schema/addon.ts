import type { AutomationDeclaration } from './automation.ts';
import type { ParameterDeclaration, RecordDeclaration, SequenceDeclaration } from './data.ts';
import type { MailAliasDeclaration, MailTemplateDeclaration } from './mail.ts';
import type { ModelDeclaration } from './model.ts';
import type { MoveDeclaration } from './move.ts';
import type { PersonalDeclaration } from './personal.ts';
import type { ScheduledActionDeclaration } from './scheduled-action.ts';
import type {
  AccessDeclaration,
  CategoryDeclaration,
  GroupDeclaration,
  RuleDeclaration,
} from './security.ts';
import type { ServerActionDeclaration } from './server-action.ts';
import type { Catalogue, Translations } from './translation.ts';
import type { ActionDeclaration, MenuDeclaration, ViewDeclaration } from './view.ts';

export interface MayLack {
  readonly models?: readonly string[];
  /** By model. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Their ids. */
  readonly actions?: readonly string[];
}

/**
 * Everything an addon wants Odoo to hold, as data. Declarations name each other by `id`; a name with a dot,
 * such as `base.group_user`, is one of Odoo's own external ids. Models are named as Odoo names them.
 */
export interface AddonDeclaration {
  readonly name: string;
  /** Addons whose declarations this one builds on. */
  readonly depends?: readonly string[];
  /** Odoo modules that must be installed. */
  readonly modules?: readonly string[];
  /** Models that neither Odoo nor an addon brings: people made them. A plan says where an Odoo has them not. */
  readonly assumes?: readonly string[];
  /** Of addons that may be off: this one's Python asks whether it is there before it uses it. */
  readonly mayLack?: MayLack;
  readonly categories?: readonly CategoryDeclaration[];
  readonly groups?: readonly GroupDeclaration[];
  readonly models?: readonly ModelDeclaration[];
  readonly access?: readonly AccessDeclaration[];
  readonly rules?: readonly RuleDeclaration[];
  readonly sequences?: readonly SequenceDeclaration[];
  readonly mailTemplates?: readonly MailTemplateDeclaration[];
  readonly serverActions?: readonly ServerActionDeclaration[];
  readonly automations?: readonly AutomationDeclaration[];
  readonly scheduledActions?: readonly ScheduledActionDeclaration[];
  readonly mailAliases?: readonly MailAliasDeclaration[];
  readonly parameters?: readonly ParameterDeclaration[];
  readonly views?: readonly ViewDeclaration[];
  readonly actions?: readonly ActionDeclaration[];
  readonly menus?: readonly MenuDeclaration[];
  readonly records?: readonly RecordDeclaration[];
  /** What it holds of customers: by it they get their data, and are forgotten. */
  readonly personal?: readonly PersonalDeclaration[];
  /** Values that earlier versions kept elsewhere. */
  readonly moves?: readonly MoveDeclaration[];
  /** The texts above in other languages, applied where Odoo has the language; an addon of the list has them from its folder. */
  readonly translations?: Translations;
  /** What its Python says, by language and key. */
  readonly phrases?: Readonly<Record<string, Catalogue>>;
}

export const defineAddon = (addon: AddonDeclaration): AddonDeclaration => addon;
