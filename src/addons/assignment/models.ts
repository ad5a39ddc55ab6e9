import { defineModel, extendModel, field } from '../../schema/index.ts';
import { Team } from '../teams/models.ts';

/** How a team's new tickets find their person. */
export const RULES = {
  manual: 'By Hand',
  round_robin: 'In Turn',
  least_open: 'Fewest Open Tickets',
  skill: 'Who Knows About It',
  customer: 'The Customer’s Usual Technician',
} as const;

/** What becomes of a ticket while nobody of the team is at work with room for it. */
export const FALLBACKS = {
  anyone: 'Next in Turn All the Same',
  leader: 'Goes to the Leader',
  nobody: 'Stays Unassigned',
} as const;

/** What a team's member takes; a member without a line takes tickets as everybody does. */
export const TeamMember = defineModel('x_support.team.member', {
  label: 'Support Team Member',
  settings: true,
  order: 'x_team_id, id',
  fields: {
    x_name: field.related('char', 'Name', 'x_user_id.name'),
    x_team_id: field.many2one('Team', 'x_support.team', { required: true, index: true, onDelete: 'cascade' }),
    x_user_id: field.many2one('Member', 'res.users', {
      required: true,
      onDelete: 'cascade',
      domain: "[('share', '=', False)]",
    }),
    x_weight: field.integer('Weight', {
      default: 1,
      help: 'Who weighs 2 gets twice as many tickets as who weighs 1; 0 for none but by hand.',
    }),
    x_cap: field.integer('Most Open', {
      help: 'With so many open tickets, of whatever team, they get no more; 0 for what the team says.',
    }),
    x_calendar_id: field.many2one('Working Hours', 'resource.calendar', {
      help: 'When they take tickets; the team’s hours where none are chosen.',
    }),
    x_skill_ids: field.many2many('Knows About', 'x_support.tag', { table: 'x_support_team_member_tag_rel' }),
    x_away_until: field.date('Back On', { help: 'They get no tickets before this day.' }),
  },
});

/** With categories a member may know about some of them, and about what belongs to these. */
export const CategoryTeamMember = extendModel(TeamMember, {
  fields: {
    x_category_ids: field.many2many('Knows the Categories', 'x_support.category', {
      table: 'x_support_team_member_category_rel',
      help: 'A group stands for all that belongs to it.',
    }),
  },
});

/** One line of a trial: what a team's rule would have given somebody. */
export const Trial = defineModel('x_support.team.trial', {
  label: 'Support Assignment Trial',
  order: 'x_given desc, id',
  fields: {
    x_name: field.char('Name', { readonly: true }),
    x_team_id: field.many2one('Team', 'x_support.team', {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_user_id: field.many2one('Member', 'res.users', { readonly: true, onDelete: 'cascade' }),
    x_given: field.integer('Would Have Got', { readonly: true }),
    x_share: field.float('Share (%)', { readonly: true }),
    x_most: field.integer('Most Open at Once', { readonly: true }),
    x_had: field.integer('Really Had', { readonly: true }),
  },
});

export const AssigningTeam = extendModel(Team, {
  fields: {
    x_assign_by: field.selection('New Tickets Go to', RULES, { default: 'manual' }),
    x_assign_fallback: field.selection('If Nobody Is Free', FALLBACKS, {
      default: 'anyone',
      help: 'While no member is at work with room for another ticket.',
    }),
    x_assign_cap: field.integer('Most Open per Member', {
      help: 'With so many open tickets, of whatever team, a member gets no more; 0 for no limit.',
    }),
    x_assign_calendar_id: field.many2one('Working Hours', 'resource.calendar', {
      help: 'When members take tickets; day and night where none are chosen.',
    }),
    x_assign_answerer: field.boolean('Who Answers First Takes It', {
      help: 'A ticket that nobody has goes to the technician who first writes to the customer.',
    }),
    x_assign_line_ids: field.one2many('What Members Take', 'x_support.team.member', 'x_team_id'),
    // PostgreSQL counts: parallel transactions neither wait for each other nor get the same number.
    x_assign_turn_id: field.many2one('Turns', 'ir.sequence', { readonly: true, copied: false }),
    x_tried_at: field.datetime('Tried', { readonly: true, copied: false }),
    x_trial_line_ids: field.one2many('Trial', 'x_support.team.trial', 'x_team_id'),
  },
});

/** Tickets that somebody hands to somebody else, and why. */
export const Reassignment = defineModel('x_support.reassignment', {
  label: 'Support Reassignment',
  order: 'id desc',
  fields: {
    x_name: field.char('Reason', { required: true }),
    x_ticket_ids: field.many2many('Tickets', 'x_support.ticket', {
      table: 'x_support_reassignment_ticket_rel',
    }),
    x_team_id: field.many2one('Team', 'x_support.team'),
    x_user_id: field.many2one('Assign to', 'res.users', { domain: "[('share', '=', False)]" }),
  },
});
