import { definePersonal } from '../../schema/index.ts';
import { Policy, SlaTicket } from './models.ts';

export const personal = [
  definePersonal(SlaTicket, {
    keeps: ['x_sla_ledger'],
    hides: ['x_sla_ledger'],
    aside: {},
  }),
  definePersonal(Policy, {
    aside: { x_partner_ids: 'A policy of certain customers that lost them would be everybody’s.' },
  }),
];
