import { z } from 'zod';
import { defineConfig, defineParameter } from '../../schema/index.ts';
import { MOST_PARAMETER, STAFF_PARAMETER, UNKNOWN_PARAMETER } from './parameters.ts';

/** What an organisation decides about mail that comes in. */
export const intakeConfig = defineConfig({
  key: 'intake',
  schema: z
    .strictObject({
      unknown_senders: z
        .enum(['contact', 'address', 'refuse'])
        .default('contact')
        .describe(
          'What becomes of a mail from somebody nobody knows: a ticket and a new contact, a ticket that only keeps the address, or no ticket and a mail that says why',
        ),
      staff_by_mail: z
        .enum(['wait', 'post'])
        .default('wait')
        .describe(
          'Whether an answer from an employee’s address waits as an internal note, since anybody may write such an address, or is sent to the customer at once; `post` only where the mail server refuses forged addresses',
        ),
      most_an_hour: z
        .int()
        .min(1)
        .default(20)
        .describe(
          'Mails of one address within an hour; what is beyond is held back, so that no loop goes on',
        ),
    })
    .describe('Mail that comes in'),
  declares: ({ unknown_senders, staff_by_mail, most_an_hour }) => [
    {
      name: 'intake',
      parameters: [
        defineParameter({
          id: 'parameter_mail_unknown',
          key: UNKNOWN_PARAMETER,
          value: unknown_senders,
          sync: true,
        }),
        defineParameter({
          id: 'parameter_mail_staff',
          key: STAFF_PARAMETER,
          value: staff_by_mail,
          sync: true,
        }),
        defineParameter({
          id: 'parameter_mail_most',
          key: MOST_PARAMETER,
          value: String(most_an_hour),
          sync: true,
        }),
      ],
    },
  ],
});
