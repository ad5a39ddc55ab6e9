import { admin, type Kept, type Step, scenario } from '../scenario.ts';

const idOf = (kept: Kept, name: string): unknown => (kept[name] as readonly unknown[])[1];

/** Of three records one is refused: what was done for it is taken back, and for the others it stays. */
const EACH = `
done = []
refused = []
for name in env.context['svp_names']:
    savepoint = env.cr.savepoint()
    try:
        made = env['res.partner.category'].create({'name': name})
        made.write({'name': made.name + '!'})
        if name == 'Svp bad':
            raise UserError('Not this one')
        savepoint.close(rollback=False)
        done.append(name)
    except Exception as problem:
        savepoint.close(rollback=True)
        refused.append([name, str(problem)])
action = {'done': done, 'refused': refused, 'left': env['res.partner.category'].search([('name', 'like', 'Svp')], order='name').mapped('name')}`.trim();

/** What is planned is answered as a record. */
const PLAN = `
partner = env.user.partner_id
activity = partner.activity_schedule('mail.mail_activity_data_todo', summary='Svp later', user_id=env.uid)
action = {'model': activity._name, 'count': len(activity), 'summary': activity.summary}
activity.unlink()`.trim();

const action = (name: string, code: string): Step[] => [
  admin(`the action "${name}" is loaded`, 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code'],
    [[`__svp__.${name}`, `Svp ${name}`, 'base.model_res_partner', 'code', code]],
  ]),
  admin(
    `"${name}" is found`,
    'ir.model.data',
    'check_object_reference',
    ['__svp__', name],
    {},
    { keep: name },
  ),
];

const run = (name: string, by: string, context: object = {}) =>
  admin(name, 'ir.actions.server', 'run', (kept) => [[idOf(kept, by)]], { context });

export const savepoints = scenario('savepoints', [
  ...action('each', EACH),
  ...action('plan', PLAN),
  run('each by itself', 'each', { svp_names: ['Svp one', 'Svp bad', 'Svp two'] }),
  run('an activity is planned', 'plan'),
]);
