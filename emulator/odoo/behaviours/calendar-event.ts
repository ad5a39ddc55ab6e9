import { randomUUID } from 'node:crypto';
import { asSystem, findRow, getUserRow, tableOf } from '../env.ts';
import type { Behaviour, Env } from '../model.ts';
import { type Row, toIds } from '../values.ts';

/** Whoever makes an event organises it and takes part, unless it says otherwise; who takes part may answer. */
export const calendarEvent: Behaviour = {
  defaults: {
    user_id: (env) => env.uid,
    partner_ids: (env) => [[4, Number(getUserRow(env).get('partner_id'))]],
  },
  hooks: { saved: keepAttendees },
};

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
