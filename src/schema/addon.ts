import type { AutomationDeclaration } from './automation.ts';
import type { SequenceDeclaration } from './data.ts';
import type { ModelDeclaration } from './model.ts';
import type { AccessDeclaration, GroupDeclaration, RuleDeclaration } from './security.ts';
import type { ActionDeclaration, MenuDeclaration, ViewDeclaration } from './view.ts';

/**
 * Everything an addon wants Odoo to hold, as data. Declarations name each other by `id`; a name with a dot,
 * such as `base.group_user`, is one of Odoo's own external ids.
 */
export interface AddonDeclaration {
  readonly name: string;
  /** Addons whose declarations this one builds on. */
  readonly depends?: readonly string[];
  /** Odoo modules that must be installed. */
  readonly modules?: readonly string[];
  readonly groups?: readonly GroupDeclaration[];
  readonly models?: readonly ModelDeclaration[];
  readonly access?: readonly AccessDeclaration[];
  readonly rules?: readonly RuleDeclaration[];
  readonly sequences?: readonly SequenceDeclaration[];
  readonly automations?: readonly AutomationDeclaration[];
  readonly views?: readonly ViewDeclaration[];
  readonly actions?: readonly ActionDeclaration[];
  readonly menus?: readonly MenuDeclaration[];
}

export const defineAddon = (addon: AddonDeclaration): AddonDeclaration => addon;
