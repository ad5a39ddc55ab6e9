import { defineRule } from '../../schema/index.ts';
import { grantAccess } from '../tickets/grant-access.ts';
import { CustomerNote, Site } from './models.ts';

export const access = [
  ...grantAccess('site', Site.name, {
    technician: ['read', 'write', 'create'],
    administrator: ['read', 'write', 'create', 'delete'],
    service: ['read', 'write', 'create'],
  }),
  ...grantAccess('customer_note', CustomerNote.name, {
    technician: ['read', 'write', 'create'],
    administrator: ['read', 'write', 'create', 'delete'],
  }),
];

export const rules = [
  // The portal reads by it; nobody has an access line but those above.
  defineRule({
    id: 'rule_site_portal',
    label: 'Support sites: customers see those of their own company',
    model: Site.name,
    groups: ['base.group_portal'],
    domain: "[('x_partner_id', 'child_of', user.partner_id.commercial_partner_id.id)]",
    rights: ['read'],
  }),
];
