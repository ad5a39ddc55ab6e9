import { expect, test } from 'vitest';
import { renderPlan } from './render.ts';

const record = {
  externalId: '__supportdesk__.view',
  model: 'ir.ui.view',
  stage: 'views',
  address: 'tickets › ticket_list',
  values: {},
} as const;

test('an empty plan says so', () => {
  expect(renderPlan({ changes: [] })).toBe('No changes.');
});

test('every change has a sign and an address, changed columns both values, the last line the sums', () => {
  const text = renderPlan({
    changes: [
      { kind: 'create', record },
      {
        kind: 'update',
        record,
        recordId: 1,
        columns: [
          { column: 'inherit_id', from: false, to: { ref: 'portal.portal_my_home' } },
          { column: 'arch', from: 'x'.repeat(100), to: '' },
        ],
      },
      { kind: 'replace', record, recordId: 1, columns: [] },
      { kind: 'delete', live: { externalId: '__supportdesk__.old', model: 'ir.rule', recordId: 3 } },
    ],
  });

  expect(text.split('\n')).toEqual([
    '+ ir.ui.view                 tickets › ticket_list',
    '~ ir.ui.view                 tickets › ticket_list',
    '    inherit_id: false → "portal.portal_my_home"',
    `    arch: "${'x'.repeat(69)}… → ""`,
    '± ir.ui.view                 tickets › ticket_list',
    '- ir.rule                    __supportdesk__.old (no longer declared)',
    '',
    'Plan: 1 to create, 1 to update, 1 to replace, 1 to delete.',
  ]);
});
