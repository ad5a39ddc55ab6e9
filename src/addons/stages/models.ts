import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { TeamTicket } from '../teams/models.ts';
import { DONE_STATE, LIFE, type TicketState, WAITING_STATE } from '../tickets/life.ts';

/**
 * A step on a ticket's way, as an organisation sees it. What it means is one of the statuses that everything else leans
 * on: two stages may mean the same, and a status may have no stage.
 */
export const Stage = defineModel('x_support.stage', {
  label: 'Support Stage',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    // Customers read it, each in their own language.
    x_name: field.char('Stage', { required: true, translate: true }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_meaning: field.selection(
      'Meaning',
      {
        new: LIFE.new.name,
        in_progress: LIFE.in_progress.name,
        waiting: LIFE.waiting.name,
        done: LIFE.done.name,
      } satisfies Record<TicketState, string>,
      {
        required: true,
        default: 'in_progress',
        help: 'What the stage comes to: closing dates, reminders and what customers may do hang on it.',
      },
    ),
    x_team_ids: field.many2many('Teams', 'x_support.team', {
      table: 'x_support_stage_team_rel',
      help: 'The teams whose tickets pass through it; all teams where none is named.',
    }),
    x_stops_clock: field.computed('boolean', 'Stops the Clock', {
      editable: true,
      depends: ['x_meaning'],
      compute: `record.x_meaning in ('${WAITING_STATE}', '${DONE_STATE}')`,
      help: 'Deadlines do not come nearer while a ticket is here.',
    }),
    x_asks: field.selection(
      'Asks For',
      { nothing: 'Nothing', reason: 'Reason', solution: 'Solution' },
      {
        required: true,
        default: 'nothing',
        help: 'What a technician must have written on a ticket before it comes here.',
      },
    ),
    // What is not so usually, so that stages which are there already say the usual.
    x_waits_elsewhere: field.boolean('Waits for Somebody Else', {
      help: 'It is not the customer who is waited for: tickets here are neither chased nor closed by themselves.',
    }),
    x_ends_unasked: field.boolean('No Rating', {
      help: 'Customers are not asked how it went when a ticket ends here, such as where spam ends.',
    }),
    x_mail_template_id: field.many2one('Mail to Customers', 'mail.template', {
      domain: "[('model', '=', 'x_support.ticket')]",
      help: 'Sent when a ticket comes here, in place of the mails that it waits or is solved.',
    }),
    x_active: field.boolean('Active', { default: true }),
  },
});

export const StageTicket = extendModel(TeamTicket, {
  fields: {
    // Odoo keeps it to the status in whatever changes that; the automation keeps the status to it.
    x_stage_id: field.computed('many2one', 'Stage', {
      relation: 'x_support.stage',
      editable: true,
      index: true,
      tracking: true,
      expand: true,
      onDelete: 'restrict',
      depends: ['x_state', 'x_team_id'],
      script: readCode(import.meta.url, 'pick-stage'),
    }),
    x_close_reason: field.char('Reason', {
      tracking: true,
      copied: false,
      help: 'Why the ticket is in its stage, where the stage asks for it.',
    }),
    x_solution: field.html('Solution', { copied: false, help: 'What solved the problem.' }),
  },
});
