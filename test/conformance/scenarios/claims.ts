import { admin, type Kept, type Step, scenario } from '../scenario.ts';

const idOf = (kept: Kept, name: string): unknown => (kept[name] as readonly unknown[])[1];

/** How appointments hold their time, and let go of it. */
const CLAIM = `
people = env['res.partner'].browse(env.context['clm_people'])
data = env['ir.model.data'].sudo()
names = env.context['clm_names']
data._update_xmlids([{'xml_id': '__clm_slot__.%s' % name, 'record': people[0], 'noupdate': True} for name in names])
held = data.search([('module', '=', '__clm_slot__')], order='name')
action = {'held': [[one.name, one.model, one.res_id == people[0].id, one.noupdate] for one in held]}`.trim();

const DROP = `
data = env['ir.model.data'].sudo()
gone = data.search([('module', '=', '__clm_slot__'), ('name', 'in', env.context['clm_names'])])
env.flush_all()
env.cr.execute('DELETE FROM ir_model_data WHERE id IN %s', [tuple(gone.ids)])
gone.invalidate_recordset()
action = {'left': data.search([('module', '=', '__clm_slot__')], order='name').mapped('name')}`.trim();

/** A moment, as people of a language say it in their zone, and the beginning of a day there. */
const SAY = `
moment = datetime.datetime(2026, 10, 25, 0, 30)
words = []
for lang, zone in env.context['clm_readers']:
    words.append(env['ir.qweb.field.datetime'].with_context(lang=lang).value_to_html(moment, {'format': 'EEE d MMM HH:mm', 'tz_name': zone}))
midnights = []
for zone in ('Europe/Amsterdam', 'America/New_York', 'Asia/Bangkok'):
    clock = timezone(zone)
    midnights.append(int(clock.localize(datetime.datetime(2026, 10, 25)).timestamp()))
    # An hour that comes twice.
    midnights.append(int(clock.localize(datetime.datetime(2026, 10, 25, 2, 30)).timestamp()))
action = {'words': words, 'midnights': midnights}`.trim();

const action = (name: string, code: string): Step[] => [
  admin(`the action "${name}" is loaded`, 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code'],
    [[`__clm__.${name}`, `Clm ${name}`, 'base.model_res_partner', 'code', code]],
  ]),
  admin(
    `"${name}" is found`,
    'ir.model.data',
    'check_object_reference',
    ['__clm__', name],
    {},
    { keep: name },
  ),
];

const run = (name: string, by: string, context: object, people: readonly string[] = []) =>
  admin(
    name,
    'ir.actions.server',
    'run',
    (kept) => [[idOf(kept, by)]],
    (kept) => ({ context: { ...context, clm_people: people.map((one) => kept[one]) } }),
  );

/** Quiet, as the product makes and moves events. */
const QUIET = { no_mail_to_attendees: true, dont_notify: true };

const event = (name: string, values: object, keep: string, people: readonly string[]) =>
  admin(
    name,
    'calendar.event',
    'create',
    (kept) => [{ ...values, partner_ids: [[6, 0, people.map((one) => kept[one])]] }],
    { context: QUIET },
    { keep },
  );

const attendees = (name: string, of: string) =>
  admin(
    name,
    'calendar.attendee',
    'search_read',
    (kept) => [[['event_id', '=', kept[of]]], ['partner_id', 'state']],
    { order: 'id' },
    {
      view: (rows) =>
        (rows as readonly { readonly partner_id: readonly unknown[]; readonly state: unknown }[])
          .map(({ partner_id, state }) => `${partner_id[1]} ${state}`)
          .sort(),
    },
  );

/** External ids as claims on time, words for moments, and who is asked to an event. */
export const claims = scenario('claims', [
  admin('somebody is visited', 'res.partner', 'create', [{ name: 'Clm Ann' }], {}, { keep: 'ann' }),
  admin('and somebody else', 'res.partner', 'create', [{ name: 'Clm Bob' }], {}, { keep: 'bob' }),
  ...action('claim', CLAIM),
  ...action('drop', DROP),
  ...action('say', SAY),
  run('three external ids point at one record', 'claim', { clm_names: ['7_1', '7_2', 'day_7'] }, ['ann']),
  run('written again they are the same', 'claim', { clm_names: ['7_2', '7_3'] }, ['ann']),
  run('written for another record one points there', 'claim', { clm_names: ['7_3'] }, ['bob']),
  run('deleted by SQL they are gone', 'drop', { clm_names: ['7_1', '7_3'] }),
  run('and can be taken by anybody', 'claim', { clm_names: ['7_1'] }, ['bob']),
  admin('a record takes its own along', 'res.partner', 'unlink', (kept) => [[kept.bob]]),
  run('which leaves those of others', 'drop', { clm_names: ['7_2'] }),
  run('a moment is said in the words and the zone of its reader', 'say', {
    clm_readers: [
      ['en_US', 'Europe/Amsterdam'],
      ['en_US', 'America/New_York'],
      ['en_US', 'UTC'],
    ],
  }),
  admin('somebody takes part', 'res.partner', 'create', [{ name: 'Clm Cleo' }], {}, { keep: 'cleo' }),
  event(
    'an event asks who takes part',
    { name: 'Clm Visit', start: '2031-03-03 09:00:00', stop: '2031-03-03 10:00:00' },
    'visit',
    ['ann', 'cleo'],
  ),
  admin('it is busy', 'calendar.event', 'read', (kept) => [
    [kept.visit],
    ['show_as', 'active', 'allday', 'start', 'stop'],
  ]),
  attendees('each of them is asked', 'visit'),
  admin(
    'somebody is no longer asked',
    'calendar.event',
    'write',
    (kept) => [
      [kept.visit],
      { partner_ids: [[6, 0, [kept.ann]]], start: '2031-03-03 11:00:00', stop: '2031-03-03 12:00:00' },
    ],
    { context: QUIET },
  ),
  attendees('the others still are', 'visit'),
  admin('the event is deleted', 'calendar.event', 'unlink', (kept) => [[kept.visit]]),
  attendees('nobody is asked any more', 'visit'),
]);
