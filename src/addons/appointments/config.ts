import { z } from 'zod';
import {
  ConfigId,
  type ConfigPart,
  type ConfigProblem,
  defineConfig,
  defineParameter,
  defineRecord,
  isAddonOn,
  namedEntries,
  type RecordDeclaration,
  referenceTo,
  sourceText,
  Text,
  translationsOf,
} from '../../schema/index.ts';
import { DEFAULT_TYPES } from './default-types.ts';
import { ReminderType } from './invites/reminders.ts';
import { requestParameters } from './invites/requests.ts';
import { AppointmentTechnician, Zone } from './models.ts';
import { ARCHIVE_PARAMETER, USUAL_ARCHIVE_DAYS } from './office/parameters.ts';

const MINUTES_A_DAY = 24 * 60;
const minutes = (what: string) =>
  z.int().min(0).max(MINUTES_A_DAY).multipleOf(5).default(0).describe(`${what}; minutes, a multiple of five`);
const count = (what: string) => z.int().min(0).default(0).describe(`${what}; 0 for no limit`);
const hours = referenceTo('sla.hours')
  .optional()
  .describe('Working hours, by their name under `sla.hours`; the company’s where none are named');

const TypeConfig = z.strictObject({
  name: Text.describe('What technicians and customers read'),
  description: Text.optional().describe('What customers read where they choose a time'),
  place: z
    .enum(['site', 'online', 'workshop'])
    .default('site')
    .describe('Where: at the customer’s, online, or in the desk’s workshop'),
  minutes: z.int().min(5).max(MINUTES_A_DAY).multipleOf(5).default(60).describe('How long it takes'),
  starts_every: z
    .int()
    .min(5)
    .max(MINUTES_A_DAY)
    .multipleOf(5)
    .default(30)
    .describe('Minutes between two times that are offered'),
  free_before: minutes('Time that is kept free before it'),
  free_after: minutes('Time that is kept free after it'),
  notice_hours: z.number().min(0).default(24).describe('Hours that there must be until it begins'),
  ahead_days: z.int().min(1).max(730).default(30).describe('Days ahead that can be booked'),
  most_a_day: count('Of this type a day, for each technician'),
  most_per_customer: z
    .int()
    .min(0)
    .default(5)
    .describe(
      'Of this type, that customers of one company can book and that have not been yet; 0 for no limit',
    ),
  hours,
  public: z.boolean().default(true).describe('Whether customers can book it'),
  confirm: z
    .boolean()
    .default(false)
    .describe('Whether the desk confirms what customers book; the time is theirs meanwhile'),
  change_until_hours: z
    .number()
    .min(0)
    .default(24)
    .describe('Hours before it begins until which customers can move or cancel it'),
  reminder_hours: z
    .number()
    .min(0)
    .default(24)
    .describe('Hours before it begins that both are reminded; 0 for no reminder'),
  reminder_sms: z
    .boolean()
    .default(false)
    .describe('Whether customers get the reminder as a text message, too; these cost money'),
  solves_ticket: z.boolean().default(false).describe('Whether completing it solves its ticket'),
});

const TechnicianConfig = z.strictObject({
  user: z.string().trim().min(1).describe('Their user in Odoo, by login, e-mail address or external id'),
  hours,
  zones: z
    .array(referenceTo('appointments.zones'))
    .default([])
    .describe('Where they visit customers; everywhere where none is named'),
  free_before: minutes('Time that is kept free before each appointment'),
  free_after: minutes('Time that is kept free after each appointment'),
  most_a_day: z.int().min(0).default(8).describe('Of whatever type a day; 0 for no limit'),
});

const ZoneConfig = z.strictObject({
  name: Text.describe('What technicians read'),
  zips: z
    .array(z.string().regex(/^[^,\s][^,]*$/, 'must be how postal codes begin, such as 10 or "012"'))
    .default([])
    .describe('How its postal codes begin; the longest one that fits decides'),
  minutes_within: z
    .int()
    .min(0)
    .max(MINUTES_A_DAY)
    .default(15)
    .describe('On the way between two visits in it'),
  minutes_beyond: z.int().min(0).max(MINUTES_A_DAY).default(45).describe('On the way to another zone'),
});

const part = defineConfig({
  key: 'appointments',
  schema: z
    .strictObject({
      types: namedEntries(ConfigId, TypeConfig)
        .prefault(DEFAULT_TYPES)
        .describe('What can be booked; what is named here stands in place of the usual three'),
      technicians: namedEntries(ConfigId, TechnicianConfig).describe(
        'Who can be booked. Others are chosen in Odoo, under Support › Configuration › Technicians',
      ),
      zones: namedEntries(ConfigId, ZoneConfig).describe(
        'Areas whose visits lie close together, for the time on the way between two visits',
      ),
      archive_days: z
        .int()
        .min(0)
        .default(USUAL_ARCHIVE_DAYS)
        .describe('Days after which what was cancelled is archived; 0 for never'),
      declined: z
        .enum(['draft', 'cancel'])
        .default('draft')
        .describe(
          'What becomes of an appointment that its customer declines in a calendar: a draft that keeps its time until the desk has decided, or cancelled at once',
        ),
      by_mail: z
        .strictObject({
          addresses: z
            .array(z.email())
            .default([])
            .describe(
              'Addresses whose mails ask for an appointment; the ticket comes as always, with a draft and a link by which its sender chooses a time',
            ),
          words: z
            .array(z.string().trim().min(2))
            .default([])
            .describe(
              'Words by which a mail to any address asks for an appointment, such as appointment, schedule, booking or visit; none where there are none',
            ),
        })
        .prefault({})
        .describe('Appointments that mails ask for'),
    })
    .describe(
      'Appointments: what `apply` hands out once. From then on types, technicians and zones are changed in Odoo; `archive_days`, `declined` and `by_mail` stay here',
    ),
  records: ({ types, technicians, zones }) => [
    ...Object.entries(zones).map(([name, zone], position) => zoneRecord(name, zone, position)),
    ...Object.entries(types).map(([name, type], position) => typeRecord(name, type, position)),
    ...Object.entries(technicians).map(([name, technician]) => technicianRecord(name, technician)),
  ],
  declares: ({ archive_days, declined, by_mail }) => [
    {
      name: 'appointments',
      parameters: [
        defineParameter({
          id: 'parameter_appointments_archive',
          key: ARCHIVE_PARAMETER,
          value: String(archive_days),
          sync: true,
        }),
        ...requestParameters({ declined, ...by_mail }),
      ],
    },
  ],
});

/** What can be booked with whom and where: an organisation's own once it is handed out. */
export const appointmentsConfig: ConfigPart = {
  ...part,
  problems: (config) => (isAddonOn(config, 'sla') ? [] : hoursNamed(part.of(config))),
};

/** Hours are handed out by the addon that counts deadlines in them. */
function hoursNamed({ types, technicians }: Pick<z.output<typeof part.schema>, 'types' | 'technicians'>) {
  return Object.entries({ types, technicians }).flatMap(([key, entries]) =>
    Object.entries(entries).flatMap(([name, entry]): readonly ConfigProblem[] =>
      entry.hours === undefined
        ? []
        : [{ path: [key, name, 'hours'], message: 'needs the addon sla, which is off' }],
    ),
  );
}

const calendar = (name: string | undefined) =>
  name === undefined ? {} : { x_calendar_id: { ref: `calendar__${name}` } };

const typeRecord = (name: string, type: z.output<typeof TypeConfig>, position: number): RecordDeclaration =>
  defineRecord(ReminderType, {
    id: `appointment_type__${name}`,
    values: {
      x_name: sourceText(type.name),
      ...(type.description === undefined ? {} : { x_description: sourceText(type.description) }),
      x_sequence: (position + 1) * 10,
      x_place: type.place,
      x_duration: type.minutes / 60,
      x_slot_step: type.starts_every,
      x_buffer_before: type.free_before,
      x_buffer_after: type.free_after,
      x_min_notice: type.notice_hours,
      x_horizon_days: type.ahead_days,
      x_max_per_day: type.most_a_day,
      x_most_coming: type.most_per_customer,
      x_is_public: type.public,
      x_needs_confirmation: type.confirm,
      x_cancel_hours: type.change_until_hours,
      x_reminder_hours: type.reminder_hours,
      x_reminder_sms: type.reminder_sms,
      x_solves_ticket: type.solves_ticket,
      ...calendar(type.hours),
    },
    translations: {
      x_name: translationsOf(type.name),
      ...(type.description === undefined ? {} : { x_description: translationsOf(type.description) }),
    },
  });

const technicianRecord = (name: string, technician: z.output<typeof TechnicianConfig>): RecordDeclaration =>
  defineRecord(AppointmentTechnician, {
    id: `appointment_technician__${name}`,
    values: {
      x_user_id: { user: technician.user },
      x_buffer_before: technician.free_before,
      x_buffer_after: technician.free_after,
      x_max_per_day: technician.most_a_day,
      x_zone_ids: { refs: technician.zones.map((zone) => `zone__${zone}`) },
      ...calendar(technician.hours),
    },
  });

const zoneRecord = (name: string, zone: z.output<typeof ZoneConfig>, position: number): RecordDeclaration =>
  defineRecord(Zone, {
    id: `zone__${name}`,
    values: {
      x_name: sourceText(zone.name),
      x_sequence: (position + 1) * 10,
      x_zips: zone.zips.join(', '),
      x_minutes_within: zone.minutes_within,
      x_minutes_beyond: zone.minutes_beyond,
    },
  });
