/**
 * A line in Odoo's user form, with its groups to choose from. Odoo shows them as one choice where each implies the one
 * before; else as boxes, and in developer mode only.
 */
export interface CategoryDeclaration {
  readonly id: string;
  readonly label: string;
  /** Its place among the others. */
  readonly sequence: number;
}

export interface GroupDeclaration {
  readonly id: string;
  readonly label: string;
  /** Id of a category, ours bare, Odoo's with its module: where Odoo's user form shows the group. */
  readonly category: string;
  readonly implies: readonly string[];
  /** Users added when the group is created; afterwards membership is the organisation's. */
  readonly firstUsers?: readonly string[];
  readonly comment?: string;
}

export type Right = 'read' | 'write' | 'create' | 'delete';

export interface AccessDeclaration {
  readonly id: string;
  readonly model: string;
  readonly group: string;
  readonly rights: readonly Right[];
}

export interface RuleDeclaration {
  readonly id: string;
  readonly label: string;
  readonly model: string;
  /** Without groups the rule binds everybody. */
  readonly groups: readonly string[];
  /** Python expression of a domain; `user` is who asks. */
  readonly domain: string;
  readonly rights: readonly Right[];
}

export const defineCategory = (category: CategoryDeclaration): CategoryDeclaration => category;
export const defineGroup = (group: GroupDeclaration): GroupDeclaration => group;
export const defineAccess = (access: AccessDeclaration): AccessDeclaration => access;
export const defineRule = (rule: RuleDeclaration): RuleDeclaration => rule;
