import { defineModel, extendModel, field } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';

/**
 * People who work on the same tickets. Customers have no access to it: a ticket tells them its team’s name, and nobody
 * tells them who is in it.
 */
export const Team = defineModel('x_support.team', {
  label: 'Support Team',
  settings: true,
  order: 'x_name, id',
  fields: {
    // Customers read it, each in their own language.
    x_name: field.char('Team', { required: true, translate: true }),
    x_leader_id: field.many2one('Leader', 'res.users', { domain: "[('share', '=', False)]" }),
    x_member_ids: field.many2many('Members', 'res.users', {
      domain: "[('share', '=', False)]",
      table: 'x_support_team_member_rel',
    }),
    x_company_id: field.many2one('Company', 'res.company', {
      index: true,
      help: 'Whose tickets it works on, and whose mails these are. Without one, of every company.',
    }),
    x_is_public: field.boolean('Customers Can Choose It'),
    x_members_only: field.boolean('Only Members See Its Tickets', {
      help: 'Its leader, its members and whoever a ticket is assigned to or followed by; otherwise all technicians who see all tickets.',
    }),
    x_active: field.boolean('Active', { default: true }),
  },
});

/** Of Odoo’s twelve colours the light blue; one is needed, since Odoo leaves tags without a colour off its cards. */
export const TAG_COLOR = 4;

export const Tag = defineModel('x_support.tag', {
  label: 'Support Tag',
  order: 'x_name, id',
  fields: {
    x_name: field.char('Tag', { required: true, index: true, translate: true }),
    x_color: field.integer('Color', {
      default: TAG_COLOR,
      help: 'Tags without a color do not show on cards.',
    }),
  },
});

export const TeamTicket = extendModel(Ticket, {
  fields: {
    x_team_id: field.many2one('Team', 'x_support.team', { index: true, tracking: true }),
    x_company_id: field.computed('many2one', 'Company', {
      relation: 'res.company',
      store: true,
      index: true,
      depends: ['x_team_id.x_company_id', 'x_partner_id.company_id'],
      compute: 'record.x_team_id.x_company_id or record.x_partner_id.company_id',
      help: 'That of its team, else that of its customer.',
    }),
    x_tag_ids: field.many2many('Tags', 'x_support.tag', { table: 'x_support_ticket_tag_rel' }),
  },
});
