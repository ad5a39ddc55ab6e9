import { defineRecord, defineServerAction, readCode } from '../../schema/index.ts';
import { MailBlock } from './models.ts';

/** Names that no person reads, at whatever domain; the organisation's once they are handed out. */
const ROBOTS = [
  'mailer-daemon',
  'postmaster',
  'noreply',
  'no-reply',
  'do-not-reply',
  'donotreply',
  'abuse',
  'root',
  'bounce',
  'bounces',
  'bounce-*',
] as const;

export const robots = ROBOTS.map((name) =>
  defineRecord(MailBlock, {
    id: `mail_block__${name.replaceAll('*', 'any').replaceAll('-', '_')}`,
    values: { x_name: `${name}@*`, x_reason: 'robot', x_active: true },
  }),
);

/** Kept, not deleted: who was allowed again stays so, even where the name looks like a robot's. */
export const allowAgain = defineServerAction({
  id: 'action_mail_allow_again',
  label: 'Allow Again',
  model: MailBlock.name,
  groups: ['group_administrator'],
  menuOf: ['list', 'form'],
  code: "records.write({'x_active': False})",
});

/** `why_blocked(partner)` for the beginning of an action's code: why nothing automatic goes to a contact, or False. */
export const WHY_BLOCKED_PYTHON = readCode(import.meta.url, 'why-blocked');
