import { admin, pickKeys, scenario } from '../scenario.ts';

const WIZARD = 'base.partner.merge.automatic.wizard';

export const contactsMerged = scenario('contacts-merged', [
  admin(
    'two contacts are loaded',
    'res.partner',
    'load',
    [
      ['id', 'name', 'email', 'phone'],
      [
        ['__mrg__.one', 'Mrg One', 'one@mrg.example', ''],
        ['__mrg__.two', 'Mrg Two', 'two@mrg.example', '0123'],
      ],
    ],
    {},
    { keep: 'loaded' },
  ),
  admin(
    'they were made in one moment, and so were their names',
    'ir.model.data',
    'search_read',
    [[['module', '=', '__mrg__']]],
    { fields: ['name', 'model', 'create_date', 'write_date'], order: 'name' },
  ),
  admin('as they say', 'res.partner', 'search_read', [[['name', 'like', 'Mrg ']]], {
    fields: ['name', 'create_date'],
    order: 'name',
  }),
  admin(
    'the office has one of its own',
    'res.partner',
    'create',
    [{ name: 'Mrg Own', city: 'Ghent' }],
    {},
    { keep: 'own' },
  ),
  admin('which contact is meant', 'res.partner', 'search', [[['name', '=', 'Mrg Two']]], {}, { keep: 'two' }),
  admin(
    'the two are to be one',
    WIZARD,
    'create',
    (kept) => [{ partner_ids: [[6, 0, [kept.own, kept.two].flat()]], dst_partner_id: kept.own }],
    {},
    { keep: 'wizard' },
  ),
  admin(
    'they become one',
    WIZARD,
    'action_merge',
    (kept) => [[kept.wizard].flat()],
    {},
    {
      view: pickKeys(['type', 'res_model']),
    },
  ),
  admin(
    'the name of the other leads there',
    'ir.model.data',
    'search_read',
    (kept) => [
      [
        ['module', '=', '__mrg__'],
        ['model', '=', 'res.partner'],
        ['res_id', 'in', [kept.own].flat()],
      ],
    ],
    { fields: ['name'] },
  ),
  admin('gaps are filled, and nothing else', 'res.partner', 'search_read', [[['name', 'like', 'Mrg ']]], {
    fields: ['name', 'email', 'phone', 'city'],
    order: 'name',
  }),
]);

/** The text without the records that it names by number. */
const reasons = (result: unknown) => {
  const { messages } = result as { readonly messages: readonly { readonly message: string }[] };
  return messages.map(({ message }) => message.replace(/\{.*\}/, '{…}'));
};

export const contactsArchived = scenario('contacts-archived', [
  admin(
    'a customer with a login',
    'res.users',
    'create',
    [{ login: 'arc@arc.example', name: 'Arc Customer', email: 'arc@arc.example' }],
    { context: { no_reset_password: true } },
    { keep: 'user' },
  ),
  admin(
    'whose contact it is',
    'res.partner',
    'search',
    [[['email', '=', 'arc@arc.example']]],
    {},
    { keep: 'partner' },
  ),
  admin('gets a name', 'ir.model.data', 'create', (kept) => [
    { module: '__arc__', name: 'one', model: 'res.partner', res_id: [kept.partner].flat()[0] },
  ]),
  admin(
    'it is not archived while the login is there',
    'res.partner',
    'load',
    [['id', 'active'], [['__arc__.one', '0']]],
    {},
    { view: reasons },
  ),
  admin('the login goes', 'res.users', 'write', (kept) => [[kept.user].flat(), { active: false }]),
  admin(
    'now it is archived',
    'res.partner',
    'load',
    [['id', 'active'], [['__arc__.one', '0']]],
    {},
    { view: reasons },
  ),
]);
