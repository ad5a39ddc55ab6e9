import { z } from 'zod';
import { defineConfig, defineParameter, defineRecord } from '../../schema/index.ts';
import { LIMIT_PARAMETER, SIGNED_PARAMETER } from './automations.ts';
import {
  describeEvent,
  EVENT_NAMES,
  hasDesk,
  hasOutside,
  type MailEventName,
  ROLES,
  type Role,
} from './matrix.ts';
import { MailRule } from './models.ts';
import { deskTemplateId, outsideTemplateId } from './templates.ts';

const Roles = z.array(z.enum(ROLES));

/** Who an organisation has told of what. Handed out once: from then on it is changed in Odoo. */
export const mailConfig = defineConfig({
  key: 'mail',
  schema: z
    .strictObject({
      tells: z
        .strictObject({
          opened: tells('opened'),
          answered_by_desk: tells('answered_by_desk'),
          answered_by_customer: tells('answered_by_customer'),
          assigned: tells('assigned'),
          stage: tells('stage'),
          waiting: tells('waiting'),
          reminded: tells('reminded'),
          solved: tells('solved'),
          closed: tells('closed'),
          rating: tells('rating'),
          escalating: tells('escalating'),
          merged: tells('merged'),
        } satisfies Record<MailEventName, unknown>)
        .prefault({})
        .describe(
          'Who is told of what by a mail of the desk’s own, beside the messages that followers get anyway. Handed out once',
        ),
      signed_replies: z
        .boolean()
        .default(true)
        .describe(
          'Whether answers go to an address that names the ticket, support+t42-…@…: they find it where a mail server on the way has replaced what mail programs go by. Only for mailboxes that take addresses with a +',
        ),
      mails_per_hour: z
        .int()
        .min(1)
        .default(20)
        .describe('How many automatic mails one address gets in an hour; then it is suppressed'),
    })
    .describe('Mails about tickets'),
  records: ({ tells: told }) => EVENT_NAMES.map((name, index) => defineRule(name, told[name], index)),
  declares: ({ signed_replies, mails_per_hour }) => [
    {
      name: 'mail',
      parameters: [
        defineParameter({
          id: 'parameter_signed_replies',
          key: SIGNED_PARAMETER,
          value: signed_replies ? '1' : '0',
          sync: true,
        }),
        defineParameter({
          id: 'parameter_mails_per_hour',
          key: LIMIT_PARAMETER,
          value: String(mails_per_hour),
          sync: true,
        }),
      ],
    },
  ],
  problems: ({ tells: told }) =>
    EVENT_NAMES.flatMap((name) =>
      told[name].flatMap((role, index) =>
        describeEvent(name).may.includes(role)
          ? []
          : [
              {
                path: ['tells', name, String(index)],
                message: `${role} cannot be told of this; these can: ${describeEvent(name).may.join(', ')}`,
              },
            ],
      ),
    ),
});

function tells(name: MailEventName) {
  const { label, may, tells: usual } = describeEvent(name);
  return Roles.default([...usual]).describe(`${label}: of ${may.join(', ')}`);
}

const defineRule = (name: MailEventName, told: readonly Role[], index: number) =>
  defineRecord(MailRule, {
    id: `mail_rule__${name}`,
    values: {
      x_sequence: index,
      x_event: name,
      x_customer: told.includes('customer'),
      x_copied: told.includes('copied'),
      x_assignee: told.includes('assignee'),
      x_team: told.includes('team'),
      x_leader: told.includes('leader'),
      ...(hasOutside(name) ? { x_template_id: { ref: outsideTemplateId(name) } } : {}),
      ...(hasDesk(name) ? { x_desk_template_id: { ref: deskTemplateId(name) } } : {}),
    },
  });
