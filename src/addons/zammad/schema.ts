import { z } from 'zod';

// What the import reads of Zammad's answers, and nothing more: unknown keys come and go with versions and with
// the attributes an administrator adds.

/** Text without NUL, which PostgreSQL cannot hold and which old mails bring along; missing text is empty. */
const text = z
  .string()
  .nullish()
  .transform((value) => (value ?? '').replaceAll('\u0000', ''));

/** A moment, always written alike so that moments compare as text. */
const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());

const optionalMoment = moment.nullish().transform((value) => value ?? undefined);

const optionalId = z
  .number()
  .int()
  .nullish()
  .transform((value) => value ?? undefined);

/** What the cursor needs of a ticket, even of one that cannot be read otherwise. */
export const TicketStamp = z.object({ id: z.number().int(), updated_at: moment });
export type TicketStamp = z.infer<typeof TicketStamp>;

export const Ticket = TicketStamp.extend({
  number: text,
  title: text,
  state_id: z.number().int(),
  priority_id: optionalId,
  /** The priority's name, such as `3 high`. */
  priority: text,
  owner_id: optionalId,
  customer_id: optionalId,
  created_at: moment,
  close_at: optionalMoment,
  escalation_at: optionalMoment,
});
export type Ticket = z.infer<typeof Ticket>;

export const Article = z.object({
  id: z.number().int(),
  ticket_id: z.number().int(),
  /** `email`, `phone`, `web`, `note` and others. */
  type: text,
  /** `Agent`, `Customer` or `System`. */
  sender: text,
  from: text,
  subject: text,
  content_type: text,
  body: text,
  internal: z.boolean(),
  created_by_id: optionalId,
  origin_by_id: optionalId,
  created_at: moment,
});
export type Article = z.infer<typeof Article>;

export const User = z.object({
  id: z.number().int(),
  login: text,
  firstname: text,
  lastname: text,
  email: text,
  phone: text,
  mobile: text,
  organization_id: optionalId,
});
export type User = z.infer<typeof User>;

export const Organization = z.object({ id: z.number().int(), name: text });
export type Organization = z.infer<typeof Organization>;

/** A state with the name of its type: names are the administrator's, types are Zammad's. */
export const State = z.object({ id: z.number().int(), name: text, state_type: z.string() });
export type State = z.infer<typeof State>;

export const ErrorBody = z.object({ error: z.string() });
