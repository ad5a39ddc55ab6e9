import { z } from 'zod';
import { createAsk, defineAskedAction } from '../../../actions/asked-action.ts';
import type { ClusterJob } from '../../../jobs/job.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { extendModel, field, readCode } from '../../../schema/index.ts';
import { Appointment, AppointmentType } from '../models.ts';
import { TELL_PYTHON } from '../scripts.ts';

/** Appointments a call; each has a transaction of its own in Odoo. */
const BATCH = 100;

export const ReminderType = extendModel(AppointmentType, {
  fields: {
    x_reminder_sms: field.boolean('Remind by Text Message, Too', {
      help: 'Where Odoo sends text messages and the customer has a number. They cost money.',
    }),
  },
});

export const Reminder = extendModel(Appointment, {
  fields: {
    // The agreed time that was reminded of, so that another one is anew.
    x_reminded_for: field.datetime('Reminded of', { readonly: true, copied: false }),
    x_remind_at: field.computed('datetime', 'Reminder on', {
      store: true,
      index: true,
      depends: [
        'x_scheduled_date',
        'x_status',
        'x_active',
        'x_reminded_for',
        'x_type_id',
        'x_type_id.x_reminder_hours',
      ],
      script: readCode(import.meta.url, 'remind-at'),
    }),
  },
});

/** Looks whether a reminder is due, or sends them: `{do: 'look' | 'work', limit}`. */
export const remindAction = defineAskedAction({
  id: 'action_visit_remind',
  label: 'Support appointments: reminders that are due',
  model: Appointment.name,
  asked: 'supportdesk_remind',
  says: ['visit.sms', 'visit.remindFailed'],
  code: (asked) => readCode(import.meta.url, 'remind', { asked, tell: TELL_PYTHON }),
  answer: z.object({ found: z.int(), more: z.boolean() }),
});

/** Once a minute one call that asks whether anything is due, by moments that Odoo keeps in an index. */
export function createReminderJob({
  odoo,
  batchSize = BATCH,
}: {
  readonly odoo: Odoo;
  readonly batchSize?: number;
}): ClusterJob {
  const ask = createAsk(remindAction);

  return {
    name: 'appointment reminders',
    schedule: '* * * * *',
    isNeeded: async (signal) => (await ask(odoo, { do: 'look', limit: 1 }, { signal })).found > 0,
    async run({ signal, log }) {
      let appointments = 0;
      while (!signal.aborted) {
        const { found, more } = await ask(odoo, { do: 'work', limit: batchSize }, { signal });
        appointments += found;
        if (!more) break;
      }
      if (appointments > 0) log.info('appointments were reminded of', { appointments });
    },
  };
}
