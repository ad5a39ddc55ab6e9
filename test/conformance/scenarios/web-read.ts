import { admin, asPerson, login, scenario } from '../scenario.ts';
import { customers, partnerOf, ticketModel } from './setup.ts';

const model = 'x_web.ticket';

export const webRead = scenario('web-read', [
  ticketModel('web'),
  customers('web'),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['web.clear', '1']),
  admin(
    'tickets are made',
    model,
    'create',
    (kept) => [
      [1, 2, 3, 4, 5].map((n) => ({
        x_name: `t${n}`,
        x_count: n,
        x_partner_id: n % 2 ? partnerOf(kept, 'ann') : kept.acme,
        x_user_id: 2,
        x_tag_ids: [[0, 0, { name: `web tag ${n}` }]],
      })),
    ],
    {},
    { keep: 'tickets' },
  ),
  admin('one page', model, 'web_search_read', [[], { x_name: {} }], { limit: 2, order: 'x_name' }),
  admin('the next page', model, 'web_search_read', [[], { x_name: {} }], {
    limit: 2,
    offset: 2,
    order: 'x_name',
  }),
  admin('the last page', model, 'web_search_read', [[], { x_name: {} }], {
    limit: 2,
    offset: 4,
    order: 'x_name',
  }),
  admin('a page too far', model, 'web_search_read', [[], { x_name: {} }], {
    limit: 2,
    offset: 10,
    order: 'x_name',
  }),
  admin('counting up to three', model, 'web_search_read', [[], { x_name: {} }], {
    limit: 2,
    order: 'x_name',
    count_limit: 3,
  }),
  admin('nothing found', model, 'web_search_read', [[['x_name', '=', 'none']], { x_name: {} }]),
  admin('nested', model, 'web_search_read', [
    [['x_name', '=', 't1']],
    {
      x_name: {},
      x_partner_id: { fields: { display_name: {}, email: {} } },
      x_user_id: { fields: { display_name: {} } },
      x_tag_ids: { fields: { name: {} } },
      x_state: {},
      x_opened_at: {},
    },
  ]),
  admin(
    'nested, without fields',
    model,
    'web_search_read',
    [[['x_name', '=', 't1']], { x_partner_id: {}, x_tag_ids: {} }],
    {},
    { view: (result) => JSON.stringify(result).replace(/\d+/g, 'n') },
  ),
  admin('nested, empty', model, 'web_read', (kept) => [(kept.tickets as number[]).slice(0, 1), {}]),
  admin('an unknown field', model, 'web_read', (kept) => [kept.tickets as number[], { x_nope: {} }]),
  admin('an unknown nested field', model, 'web_search_read', [
    [['x_name', '=', 't1']],
    { x_partner_id: { fields: { nope: {} } } },
  ]),
  admin('a missing record', model, 'web_read', [[999999], { x_name: {} }]),
  admin('the specification is required', model, 'web_search_read', [[]]),
  login('ann', 'ann@web.example', 'ann-secret-1'),
  asPerson('ann', 'Ann lists hers', model, 'web_search_read', [], {
    domain: [],
    specification: {
      x_name: {},
      x_partner_id: { fields: { display_name: {} } },
      x_user_id: { fields: { display_name: {} } },
    },
    order: 'x_name',
    limit: 3,
  }),
  asPerson('ann', 'Ann does not see more of the staff', model, 'web_search_read', [], {
    domain: [],
    specification: { x_user_id: { fields: { login: {} } } },
    limit: 1,
  }),
  asPerson('ann', 'Ann reads tags she may not see', model, 'web_search_read', [], {
    domain: [],
    specification: { x_tag_ids: { fields: { name: {} } } },
    limit: 1,
  }),
  asPerson('ann', 'Ann reads a pair', model, 'search_read', [
    [['x_name', '=', 't1']],
    ['x_partner_id', 'x_user_id'],
  ]),
]);
