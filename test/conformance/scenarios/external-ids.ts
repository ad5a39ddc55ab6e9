import { admin, scenario } from '../scenario.ts';

const check = (name: string, module: string, id: string) =>
  admin(name, 'ir.model.data', 'check_object_reference', [module, id]);

export const externalIds = scenario('external-ids', [
  check('a known one', 'base', 'group_user'),
  check('an unknown one', 'base', 'no_such_thing'),
  check('the portal home', 'portal', 'portal_my_home'),
  check('a model', 'base', 'model_res_partner'),
  check('a field', 'base', 'field_res_partner__name'),
  admin('the helpdesk category', 'ir.module.category', 'search_read', [
    [['name', '=', 'Helpdesk']],
    ['name'],
  ]),
  admin(
    'one is made',
    'ir.model.data',
    'create',
    [{ module: '__ext__', name: 'thing', model: 'res.partner', res_id: 1 }],
    {},
    { keep: 'data' },
  ),
  admin('it is unique', 'ir.model.data', 'create', [
    { module: '__ext__', name: 'thing', model: 'res.partner', res_id: 2 },
  ]),
  check('it is found', '__ext__', 'thing'),
  admin('it is read back', 'ir.model.data', 'search_read', [
    [['module', '=', '__ext__']],
    ['module', 'name', 'model', 'res_id', 'noupdate', 'complete_name', 'reference'],
  ]),
  admin('it points elsewhere', 'ir.model.data', 'write', (kept) => [[kept.data], { res_id: 3 }]),
  check('it has moved', '__ext__', 'thing'),
  admin('a partner is loaded', 'res.partner', 'load', [['id', 'name'], [['__ext__.gone', 'Ext Gone']]]),
  admin('and found', 'res.partner', 'search', [[['name', '=', 'Ext Gone']]], {}, { keep: 'gone' }),
  admin('and deleted', 'res.partner', 'unlink', (kept) => [kept.gone as number[]]),
  check('its external id went along', '__ext__', 'gone'),
  admin('it can be loaded again', 'res.partner', 'load', [['id', 'name'], [['__ext__.gone', 'Ext Back']]]),
  admin('one is deleted', 'ir.model.data', 'unlink', (kept) => [[kept.data]]),
  check('it is gone', '__ext__', 'thing'),
]);
