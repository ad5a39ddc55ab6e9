import { type AutomationDeclaration, defineAutomation } from '../../src/schema/index.ts';

/** An automation for every trigger that Odoo 18 Community has. */
export function everyAutomation(
  model: string,
  is: <T>(first: T, second: T) => T,
): readonly AutomationDeclaration[] {
  const automation = { model, code: 'pass' } as const;
  return [
    ...triggers.map((trigger) =>
      defineAutomation({
        ...automation,
        id: `automation_every_${trigger}`,
        label: `Every: ${trigger}`,
        trigger,
        filter: is("[('x_state', '=', 'new')]", "[('x_integer', '=', 1)]"),
        before: "[('x_boolean', '=', False)]",
        fields: ['x_state'],
      }),
    ),
    ...(['on_unlink', 'on_message_received', 'on_message_sent'] as const).map((trigger) =>
      defineAutomation({
        ...automation,
        id: `automation_every_${trigger}`,
        label: `Every: ${trigger}`,
        trigger,
        filter: is("[('x_state', '=', 'new')]", "[('x_state', '=', 'done')]"),
      }),
    ),
    defineAutomation({
      ...automation,
      id: 'automation_every_on_change',
      label: 'Every: on_change',
      trigger: 'on_change',
      fields: is(['x_char'], ['x_char', 'x_text']),
    }),
    defineAutomation({
      ...automation,
      id: 'automation_every_on_time',
      label: 'Every: on_time',
      trigger: 'on_time',
      date: is('x_date', 'x_datetime'),
      delay: { amount: -3, unit: 'day' },
    }),
    ...(['on_time_created', 'on_time_updated'] as const).map((trigger) =>
      defineAutomation({
        ...automation,
        id: `automation_every_${trigger}`,
        label: `Every: ${trigger}`,
        trigger,
        delay: { amount: is(2, 3), unit: 'hour' },
      }),
    ),
    defineAutomation({
      ...automation,
      id: 'automation_every_on_webhook',
      label: 'Every: on_webhook',
      trigger: 'on_webhook',
      record: "model.browse(int(payload.get('id')))",
      log: is(false, true),
    }),
  ];
}

const triggers = [
  'on_stage_set',
  'on_user_set',
  'on_tag_set',
  'on_state_set',
  'on_priority_set',
  'on_archive',
  'on_unarchive',
  'on_create_or_write',
  'on_create',
  'on_write',
] as const;
