import { runCode } from './run-code.ts';
import type { Backend } from './start-backend.ts';

const HOUR = 3600;

/** A clock that a test sets on, the same on the emulator and on a real Odoo. */
export interface FastClock {
  /** Seconds since 1970 by this clock, as all its moments. */
  now(): number;
  /** A moment as Odoo keeps it: `YYYY-MM-DD HH:MM:SS`. */
  toOdoo(moment: number): string;
  toOdooSecond(moment: number): number;
  fromOdoo(text: unknown): number;
  /** So many hours pass for these appointments and all that was told of them. */
  advance(hours: number, visits: readonly number[]): Promise<void>;
}

/**
 * The emulator lives by the clock itself, handed to it with `read`. A real Odoo's cannot be set: there, what is known of the
 * appointments becomes so much older instead, down to the times that they claim.
 */
export function createFastClock(): {
  readonly read: () => Date;
  readonly of: (backend: Backend) => FastClock;
} {
  let ahead = 0;
  const now = () => Math.floor(Date.now() / 1000) + ahead;

  return {
    read: () => new Date(Date.now() + ahead * 1000),
    of({ kind, odoo }) {
      const shifted = () => (kind === 'live' ? ahead : 0);
      return {
        now,
        toOdoo: (moment) =>
          new Date((moment - shifted()) * 1000).toISOString().slice(0, 19).replace('T', ' '),
        toOdooSecond: (moment) => moment - shifted(),
        fromOdoo: (text) =>
          typeof text === 'string' ? Date.parse(`${text.replace(' ', 'T')}Z`) / 1000 + shifted() : 0,
        async advance(hours, visits) {
          if (kind === 'live' && visits.length > 0) await runCode(odoo, renderAging(hours, visits));
          ahead += hours * HOUR;
        },
      };
    },
  };
}

/** By SQL, as nothing of it happens to anybody. */
function renderAging(hours: number, visits: readonly number[]): string {
  return `
env.flush_all()
visits = tuple([${visits.join(', ')}])
def older(table, columns, where):
    env.cr.execute('UPDATE ' + table + ' SET ' + ', '.join([name + ' = ' + name + " - interval '${hours} hours'" for name in columns]) + ' WHERE ' + where, [visits])
older('x_support_appointment', ['x_scheduled_date', 'x_end_datetime', 'x_taken_from', 'x_taken_until', 'x_remind_at', 'x_reminded_for', 'create_date'], 'id IN %s')
older('x_support_mail_event', ['create_date'], 'x_about_id IN %s')
older('calendar_event', ['start', 'stop'], 'x_appointment_id IN %s')
older('x_support_ticket', ['x_next_appointment_at'], 'id IN (SELECT x_ticket_id FROM x_support_appointment WHERE id IN %s)')
claims = "module = '__supportdesk_slot__' AND model = 'x_support.appointment' AND res_id IN %s"
env.cr.execute("DELETE FROM ir_model_data WHERE name LIKE 'day_%%' AND " + claims, [visits])
# In two goes, so that none becomes what another is still.
env.cr.execute("UPDATE ir_model_data SET name = 'old_' || split_part(name, '_', 1) || '_' || (split_part(name, '_', 2)::bigint - ${hours * 12}) WHERE name ~ '^[0-9]+_[0-9]+$' AND " + claims, [visits])
env.cr.execute("UPDATE ir_model_data SET name = substr(name, 5) WHERE name LIKE 'old\\\\_%%' AND " + claims, [visits])
env.invalidate_all()`.trim();
}
