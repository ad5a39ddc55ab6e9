import { z } from 'zod';
import { visibleText } from '../../lib/visible-text.ts';

// What the import reads of Zammad's answers, and nothing more: unknown keys come and go with versions and with
// the attributes an administrator adds.

/** Text without what nobody sees and old mails bring along; missing text is empty. */
export const text = z
  .string()
  .nullish()
  .transform((value) => visibleText(value ?? ''));

/** A moment, always written alike so that moments compare as text. */
const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());

const optionalMoment = moment.nullish().transform((value) => value ?? undefined);

export const optionalId = z
  .number()
  .int()
  .nullish()
  .transform((value) => value ?? undefined);

/** What the cursor needs of a ticket, even of one that cannot be read otherwise. */
export const TicketStamp = z.object({ id: z.number().int(), updated_at: moment });
export type TicketStamp = z.infer<typeof TicketStamp>;

/** Zammad writes decimals as text. */
const decimal = z.coerce.number().catch(0);

const TicketRow = TicketStamp.extend({
  number: text,
  title: text,
  state_id: z.number().int(),
  priority_id: optionalId,
  /** The priority's name, such as `3 high`. */
  priority: text,
  owner_id: optionalId,
  customer_id: optionalId,
  group_id: optionalId,
  /** The whole path where groups are nested: `Support::2nd Level`. */
  group: text,
  created_at: moment,
  close_at: optionalMoment,
  escalation_at: optionalMoment,
  /** The sum of what was accounted, in the unit that the administrator chose. */
  time_unit: decimal,
  /** The row as it came, custom attributes included. */
  attributes: z.record(z.string(), z.unknown()),
});

export const Ticket = z
  .looseObject({})
  .transform((row) => ({ ...row, attributes: row }))
  .pipe(TicketRow);
export type Ticket = z.infer<typeof Ticket>;

export const ArticleFile = z.object({
  id: z.number().int(),
  article_id: z.number().int(),
  /** The ticket whose address leads to the file. */
  ticket_id: z.number().int(),
  filename: text,
  /** Bytes; undefined where Zammad does not say. */
  size: optionalId,
  mime_type: text,
  /** Equal for equal contents, where Zammad tells. */
  content_key: text,
  /** Shown in the body. */
  is_inline: z.boolean(),
});
export type ArticleFile = z.infer<typeof ArticleFile>;

export const Article = z.object({
  id: z.number().int(),
  ticket_id: z.number().int(),
  /** `email`, `phone`, `web`, `note` and others. */
  type: text,
  /** `Agent`, `Customer` or `System`. */
  sender: text,
  from: text,
  to: text,
  cc: text,
  subject: text,
  /** The mail's own id with its angle brackets; not unique. */
  message_id: text,
  content_type: text,
  /** Images that are files of the article have the address `zammad-file:<id>`. */
  body: text,
  internal: z.boolean(),
  created_by_id: optionalId,
  origin_by_id: optionalId,
  created_at: moment,
  /** Attachments and inline images, in the order of their ids. */
  files: z.array(ArticleFile).default([]),
  /** The mail itself, as Zammad keeps it beside what came with it: no file that anybody sent. */
  originals: z.array(z.number().int()).default([]),
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
  active: z.boolean().default(true),
});
export type User = z.infer<typeof User>;

export const Organization = z.object({
  id: z.number().int(),
  name: text,
  active: z.boolean().default(true),
});
export type Organization = z.infer<typeof Organization>;

/** A state with the name of its type: names are the administrator's, types are Zammad's. */
export const State = z.object({ id: z.number().int(), name: text, state_type: z.string() });
export type State = z.infer<typeof State>;

export const Group = z.object({ id: z.number().int(), name: text, active: z.boolean().default(true) });
export type Group = z.infer<typeof Group>;

export const ErrorBody = z.object({ error: z.string() });
