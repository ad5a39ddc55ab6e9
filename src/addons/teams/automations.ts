import { defineAutomation, readCode } from '../../schema/index.ts';

export const automations = [
  // Said and not forbidden: an import or an organisation's file may bring a team that somebody made by hand.
  defineAutomation({
    id: 'automation_team_namesake',
    label: 'Support teams: say that there is a team of the same name',
    model: 'x_support.team',
    trigger: 'on_change',
    fields: ['x_name'],
    says: ['teams.namesake', 'teams.namesake.help'],
    code: readCode(import.meta.url, 'warn-of-namesake'),
  }),
];
