import { admin, pickKeys, scenario } from '../scenario.ts';

const RIGHTS = 'base_setup.default_user_rights';

const findRecord = (name: string) =>
  admin(
    `${name} is found`,
    'ir.model.data',
    'search_read',
    [[['name', '=', name]], ['res_id']],
    {},
    { keep: name, view: pickKeys(['res_id']) },
  );

const idOf = (rows: unknown) => (rows as { readonly res_id: number }[])[0]?.res_id;

/** The template of new users gets one more group. */
const giveTemplate = (name: string, group: string) =>
  admin(name, 'res.users', 'write', (kept) => [
    [idOf(kept.default_user)],
    { groups_id: [[4, idOf(kept[group])]] },
  ]);

const createUser = (name: string) =>
  admin(
    `${name} is made`,
    'res.users',
    'create',
    [{ name, login: `${name.toLowerCase()}@rights.example` }],
    {},
    { keep: name },
  );

const hasGroup = (name: string, user: string, group: string) =>
  admin(name, 'res.users', 'has_group', (kept) => [[kept[user]], group]);

const setRights = (name: string, value: string) =>
  admin(name, 'ir.config_parameter', 'set_param', [RIGHTS, value]);

const install = (module: string) => [
  admin(`${module} is found`, 'ir.module.module', 'search', [[['name', '=', module]]], {}, { keep: module }),
  admin(
    `${module} is installed`,
    'ir.module.module',
    'button_immediate_install',
    (kept) => [kept[module]],
    {},
    {
      view: () => 'installed',
    },
  ),
];

/** What installing a module does to the rights of people, and the parameter that decides it. */
export const defaultRights = scenario('default-rights', [
  admin('a new database gives the template’s rights to all', 'ir.config_parameter', 'get_param', [RIGHTS]),
  findRecord('default_user'),
  findRecord('group_multi_currency'),
  findRecord('group_equipment_manager'),
  createUser('Tom'),
  hasGroup('he has what the template has', 'Tom', 'base.group_partner_manager'),
  hasGroup('and no more', 'Tom', 'maintenance.group_equipment_manager'),
  giveTemplate('the template gets a group', 'group_equipment_manager'),
  hasGroup('Tom has it, too', 'Tom', 'maintenance.group_equipment_manager'),
  install('lunch'),
  hasGroup('a module that is installed makes him an administrator of it', 'Tom', 'lunch.group_lunch_manager'),
  setRights('it is switched off', 'False'),
  giveTemplate('the template gets another group', 'group_multi_currency'),
  hasGroup('Tom keeps what he has', 'Tom', 'maintenance.group_equipment_manager'),
  hasGroup('and gets nothing', 'Tom', 'base.group_multi_currency'),
  install('survey'),
  hasGroup('not of a module either', 'Tom', 'survey.group_survey_user'),
  createUser('Ann'),
  hasGroup('a new user is an employee', 'Ann', 'base.group_user'),
  hasGroup('and no more than that', 'Ann', 'base.group_partner_manager'),
  setRights('it is switched on again', 'True'),
  hasGroup('which changes nothing for those who are there', 'Tom', 'survey.group_survey_user'),
  createUser('Eve'),
  hasGroup('a new user has what the template has', 'Eve', 'survey.group_survey_user'),
  admin('a parameter set to false is gone', 'ir.config_parameter', 'set_param', [RIGHTS, false]),
  admin('nothing is left of it', 'ir.config_parameter', 'search_count', [[['key', '=', RIGHTS]]]),
  createUser('Jim'),
  hasGroup('gone means off', 'Jim', 'base.group_partner_manager'),
]);
