import { tableOf } from '../env.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Behaviour, Env } from '../model.ts';
import { upsertExternalId } from '../orm/external-ids.ts';
import { giveTemplate } from './default-rights.ts';
import { settleMembers } from './group-members.ts';

/** Groups that modules bring along for the template of new users. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  lunch: ['lunch.group_lunch_user', 'lunch.group_lunch_manager'],
  survey: ['survey.group_survey_user'],
};

/** Installs at once, and brings nothing along but groups: what modules hold is seeded. */
const install = onRecord('()', ({ env, ids }) => {
  const table = tableOf(env, 'ir.module.module');
  for (const id of ids) {
    const row = table.get(id);
    if (!row || row.get('state') === 'installed') continue;
    table.set(row, 'state', 'installed');
    bringGroups(env, GROUPS[String(row.get('name'))] ?? []);
  }
  return { type: 'ir.actions.act_url', target: 'self', url: '/odoo' };
});

function bringGroups(env: Env, names: readonly string[]): void {
  const groups = names.map((name) => {
    const { id } = tableOf(env, 'res.groups').insert([['name', name.slice(name.lastIndexOf('_') + 1)]]);
    upsertExternalId(env, name, 'res.groups', id);
    return id;
  });
  giveTemplate(env, groups);
  settleMembers(env);
  env.engine.clearCaches();
}

export const irModuleModule: Behaviour = {
  methods: { button_immediate_install: install },
  hooks: { displayName: (_env, row) => String(row.get('shortdesc') || row.get('name')) },
};
