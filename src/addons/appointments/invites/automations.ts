import { defineAutomation, readCode } from '../../../schema/index.ts';
import { MailEvent } from '../../mail/models.ts';

/** The appointment says whether it was confirmed and reminded of by mail. */
export const sentAutomation = defineAutomation({
  id: 'automation_visit_mail_sent',
  label: 'Support appointments: note what was sent',
  model: MailEvent.name,
  trigger: 'on_write',
  fields: ['x_state'],
  filter: "[('x_state', '=', 'sent'), ('x_event', 'in', ['visit_confirmed', 'visit_reminder'])]",
  code: readCode(import.meta.url, 'note-sent'),
});
