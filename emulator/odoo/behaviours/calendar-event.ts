import { randomUUID } from 'node:crypto';
import { asSystem, findRow, getModel, getUserRow, tableOf, withContext } from '../env.ts';
import { notifyPeople } from '../mail/deliver-mail.ts';
import { postMessage } from '../mail/post-message.ts';
import type { Behaviour, Env } from '../model.ts';
import { type Row, toIds, type Values } from '../values.ts';

/** Whoever makes an event organises it and takes part, unless it says otherwise; who takes part may answer. */
export const calendarEvent: Behaviour = {
  defaults: {
    user_id: (env) => env.uid,
    partner_ids: (env) => [[4, Number(getUserRow(env).get('partner_id'))]],
  },
  hooks: {
    saved(env, row, values, isNew) {
      const before = tableOf(env, 'calendar.attendee').where({ event_id: row.id });
      keepAttendees(env, row);
      if (!isNew) tellMoved(env, row, values, before);
    },
  },
};

/** Whoever took part before it was moved, and still does, gets a mail, but for whoever moved it. */
function tellMoved(env: Env, row: Row, { start }: Values, before: readonly Row[]): void {
  if (typeof start !== 'string' || new Date(`${start.replace(' ', 'T')}Z`) < env.engine.clock()) return;
  if (env.context.no_mail_to_attendees) return;
  const inner = withContext(env, { calendar_template_ignore_recurrence: true });
  const model = getModel(env, 'calendar.event');
  for (const attendee of before) {
    if (!tableOf(env, 'calendar.attendee').get(attendee.id)) continue;
    const message = postMessage(inner, model, row, {
      subject: `${String(row.get('name'))}: Date updated`,
      message_type: 'user_notification',
      partner_ids: [[6, 0, [attendee.get('partner_id')]]],
    });
    notifyPeople(inner, row, message);
  }
}

function keepAttendees(env: Env, row: Row): void {
  const wanted = toIds(row.get('partner_ids'));
  const held = tableOf(env, 'calendar.attendee').where({ event_id: row.id });
  const organizer = findRow(env, 'res.users', row.get('user_id'))?.get('partner_id');
  asSystem(env, 'calendar.attendee').unlink(
    held.filter((attendee) => !wanted.includes(Number(attendee.get('partner_id')))),
  );
  for (const partner_id of wanted) {
    if (held.some((attendee) => attendee.get('partner_id') === partner_id)) continue;
    asSystem(env, 'calendar.attendee').create({
      event_id: row.id,
      partner_id,
      access_token: randomUUID().replaceAll('-', ''),
      state: partner_id === organizer && row.get('user_id') === env.uid ? 'accepted' : 'needsAction',
    });
  }
}
