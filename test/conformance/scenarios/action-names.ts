import { admin, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const load = (name: string, columns: readonly string[], row: readonly string[]) =>
  admin(name, 'ir.actions.server', 'load', [['id', ...columns], [['__nam__.action', ...row]]]);

const read = (name: string) =>
  admin(name, 'ir.actions.server', 'search_read', [
    [['model_id.model', '=', 'x_nam.ticket']],
    ['name', 'base_automation_id', 'state'],
  ]);

export const actionNames = scenario('action-names', [
  ticketModel('nam'),
  load(
    'an action on its own',
    ['name', 'model_id/id', 'state', 'code'],
    ['Mine', '__nam__.model_ticket', 'code', 'x = 1'],
  ),
  read('has its name'),
  admin('a rule is made', 'base.automation', 'load', [
    ['id', 'name', 'model_id/id', 'trigger'],
    [['__nam__.rule', 'Rule', '__nam__.model_ticket', 'on_create']],
  ]),
  load('the action joins the rule', ['name', 'base_automation_id/id'], ['Mine', '__nam__.rule']),
  read('it keeps its name'),
  load('its state is written, the same as before', ['name', 'state'], ['Mine', 'code']),
  read('it is named after its work'),
  load('its name is written alone', ['name'], ['Other']),
  read('it has it'),
  load('its code is written', ['code'], ['x = 2']),
  read('it still has it'),
  admin('an action is made for the rule', 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code', 'base_automation_id/id'],
    [['__nam__.direct', 'Direct', '__nam__.model_ticket', 'code', 'x = 1', '__nam__.rule']],
  ]),
  read('that one is named after its work at once'),
  admin(
    'the rule takes its actions',
    'ir.model.data',
    'check_object_reference',
    ['__nam__', 'rule'],
    {},
    { keep: 'rule' },
  ),
  admin('and has two', 'base.automation', 'read', (kept) => [
    [(kept.rule as unknown[])[1]],
    ['name', 'action_server_ids', 'trigger_field_ids', 'active'],
  ]),
]);
