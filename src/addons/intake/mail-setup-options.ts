import { z } from 'zod';

const Host = z
  .string()
  .regex(
    /^[^\s:/]+(:\d{1,5})?$/,
    'expected a host such as mail.example.com, or with its port, mail.example.com:993',
  );

/** What is typed behind `supportdesk mail setup`. */
export const MailSetup = z
  .object({
    /** What customers write to. */
    address: z
      .email('expected an address such as support@example.com')
      .transform((text) => text.toLowerCase()),
    /** Whose tickets they become, by its name. */
    team: z.string().min(1).optional(),
    /** `host` or `host:port` of the mailbox that Odoo fetches from; without it something else hands mails to Odoo. */
    imap: Host.optional(),
    pop: Host.optional(),
    /** The mailbox; the address where absent. */
    user: z.string().min(1).optional(),
    ssl: z.boolean().default(true),
  })
  .refine(({ imap, pop }) => imap === undefined || pop === undefined, {
    path: ['pop'],
    message: 'a mailbox is fetched from by one of --imap and --pop',
  });
export type MailSetup = z.infer<typeof MailSetup>;
