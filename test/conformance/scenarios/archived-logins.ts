import { admin, type Kept, pickKeys, scenario } from '../scenario.ts';

const contact = (name: string) => [{ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@arl.example` }];
const login = (kept: Kept, who: string, name: string) => [
  { name, login: `${who}@arl.example`, partner_id: [kept[who]].flat()[0] },
];

/** Which of the three contacts answer a question about their logins or tags. */
const find = (name: string, domain: (kept: Kept) => readonly unknown[], context = {}) =>
  admin(
    name,
    'res.partner',
    'search_read',
    (kept) => [[['name', 'like', 'Arl '], ...domain(kept)]],
    { fields: ['name'], order: 'name', context },
    { view: pickKeys(['name']) },
  );

const QUESTIONS: readonly (readonly [string, (kept: Kept) => readonly unknown[]])[] = [
  ['without a login', () => [['user_ids', '=', false]]],
  ['with a login', () => [['user_ids', '!=', false]]],
  ['whose login is of the office', () => [['user_ids.share', '=', false]]],
  ['with any login of that name', () => [['user_ids', 'any', [['login', 'like', 'arl.example']]]]],
  ['with no such login', () => [['user_ids', 'not any', [['login', 'like', 'arl.example']]]]],
  ['whose login is archived', () => [['user_ids.active', '=', false]]],
  ['with that very login', (kept) => [['user_ids', 'in', [kept.asleep].flat()]]],
  ['with a login so called', () => [['user_ids', 'ilike', 'Arl Asleep']]],
  ['with a tag so called', () => [['category_id.name', '=', 'Arl tag']]],
  ['without a tag', () => [['category_id', '=', false]]],
];

/** What a question that leads from contacts to something archived finds: it heeds who asks for archived records. */
export const archivedLogins = scenario('archived-logins', [
  admin('one has a login', 'res.partner', 'create', contact('Arl Awake'), {}, { keep: 'awake' }),
  admin('one has had a login', 'res.partner', 'create', contact('Arl Slept'), {}, { keep: 'slept' }),
  admin('one never had any', 'res.partner', 'create', contact('Arl Never'), {}, { keep: 'never' }),
  admin(
    'the one logs in',
    'res.users',
    'create',
    (kept) => login(kept, 'awake', 'Arl Awake'),
    { context: { no_reset_password: true } },
    { keep: 'user' },
  ),
  admin(
    'the other logs in',
    'res.users',
    'create',
    (kept) => login(kept, 'slept', 'Arl Asleep'),
    { context: { no_reset_password: true } },
    { keep: 'asleep' },
  ),
  admin('a tag is made', 'res.partner.category', 'create', [{ name: 'Arl tag' }], {}, { keep: 'tag' }),
  admin('which the other bears', 'res.partner', 'write', (kept) => [
    [kept.slept].flat(),
    { category_id: [[6, 0, [kept.tag].flat()]] },
  ]),
  admin('the other’s login is archived', 'res.users', 'write', (kept) => [
    [kept.asleep].flat(),
    { active: false },
  ]),
  admin('the tag is archived', 'res.partner.category', 'write', (kept) => [
    [kept.tag].flat(),
    { active: false },
  ]),
  ...QUESTIONS.map(([name, domain]) => find(name, domain)),
  ...QUESTIONS.map(([name, domain]) => find(`${name}, archived ones too`, domain, { active_test: false })),
]);
