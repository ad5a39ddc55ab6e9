import { defineModel, field } from '../../schema/index.ts';
import { TeamTicket } from '../teams/models.ts';
import { Play } from './models.ts';

/** A play that somebody is about to play on tickets, or to open one with: what the dialog shows. */
export const PlayRun = defineModel('x_support.play.run', {
  label: 'Support Play Dialog',
  order: 'id desc',
  fields: {
    x_name: field.related('char', 'Name', 'x_play_id.x_name'),
    x_play_id: field.many2one('Play', Play.name, { onDelete: 'cascade' }),
    x_ticket_ids: field.many2many('Tickets', TeamTicket.name, { table: 'x_support_play_run_ticket_rel' }),
    x_ticket_count: field.integer('Number of Tickets', { readonly: true }),
    x_team_ids: field.many2many('Teams', 'x_support.team', { table: 'x_support_play_run_team_rel' }),
    x_text: field.html('Text'),
    x_is_own: field.boolean('Text of Your Own', {
      help: 'All get it as it stands here, whatever their language.',
    }),
    x_preview: field.html('As the First One Gets It', { readonly: true }),
    x_text_as: field.selection(
      'Goes Out As',
      { answer: 'Answer to the customer', note: 'Internal note' },
      { readonly: true },
    ),
    x_gaps: field.char('Nothing to Fill In', { readonly: true }),
    x_changes: field.html('What It Does', { readonly: true }),
    // Of a ticket that is to be opened.
    x_partner_id: field.many2one('Customer', 'res.partner', { onDelete: 'cascade' }),
    x_subject: field.char('Subject'),
    x_is_done: field.boolean('Played', { readonly: true }),
    x_outcome: field.html('What Became of It', { readonly: true }),
  },
});
