import { defineAccess } from '../../schema/index.ts';
import { ClosingRule } from './models.ts';

export const access = [
  defineAccess({
    id: 'access_closing_rule_technician',
    model: ClosingRule.name,
    group: 'group_technician',
    rights: ['read'],
  }),
  defineAccess({
    id: 'access_closing_rule_administrator',
    model: ClosingRule.name,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
];
