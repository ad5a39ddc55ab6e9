export interface GroupDeclaration {
  readonly id: string;
  readonly label: string;
  /** External id of an `ir.module.category`: where Odoo's user form shows the group. */
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

export const defineGroup = (group: GroupDeclaration): GroupDeclaration => group;
export const defineAccess = (access: AccessDeclaration): AccessDeclaration => access;
export const defineRule = (rule: RuleDeclaration): RuleDeclaration => rule;
