import { defineRule, type RuleDeclaration } from '../../schema/index.ts';
import { TeamMember } from '../assignment/models.ts';
import { Team } from '../teams/models.ts';
import { ALL, EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { Ticket } from '../tickets/models.ts';
import { FOLLOWING, OWN_DIALOGS } from './following.ts';
import { renderAnyOf, SCOPES, type Scope, SEES } from './see-tickets.ts';

const OWN_COMPANY = ["'|'", "('x_company_id', '=', False)", "('x_company_id', 'in', company_ids)"];

/** Odoo adds up what the rules of somebody's groups show, so that each says only what it adds. */
export const rules: readonly RuleDeclaration[] = [
  ...rulesOf('ticket', 'Support tickets', Ticket.name, (seen) => seen),
  ...Object.entries(FOLLOWING).flatMap(([name, { model, path, also }]) =>
    rulesOf(name, `Support, what hangs on tickets (${model})`, model, (seen, scope) => [
      ...(also?.[scope] ?? []),
      `('${path}', 'any', ${renderAnyOf(seen)})`,
    ]),
  ),
  ofCompany('ticket', 'Support tickets', Ticket.name, OWN_COMPANY),
  ofCompany('team', 'Support teams', Team.name, OWN_COMPANY),
  ...Object.entries(FOLLOWING).map(([name, { model, path }]) =>
    ofCompany(name, `Support, what hangs on tickets (${model})`, model, [
      "'|'",
      `('${path}', '=', False)`,
      `('${path}', 'any', [${OWN_COMPANY.join(', ')}])`,
    ]),
  ),
  ...Object.entries(OWN_DIALOGS).flatMap(([name, model]) => [
    defineRule({
      id: `rule_${name}_own`,
      label: `Support dialogs (${model}): technicians see their own`,
      model,
      groups: [EVERY_TECHNICIAN],
      domain: "[('create_uid', '=', user.id)]",
      rights: ALL,
    }),
    everything(name, `Support dialogs (${model})`, model),
  ]),
  ...ledBy('team', 'Support teams', Team.name, 'x_leader_id'),
  ...ledBy('team_member', 'Support team members', TeamMember.name, 'x_team_id.x_leader_id'),
];

/** The model's rules, one for each of the groups. */
function rulesOf(
  name: string,
  label: string,
  model: string,
  leavesOf: (seen: readonly string[], scope: Scope) => readonly string[],
): readonly RuleDeclaration[] {
  return [
    ...SCOPES.map(({ scope, group, seen, label: whose }) =>
      defineRule({
        id: `rule_${name}_${scope}`,
        label: `${label}: technicians see ${whose}`,
        model,
        groups: [group],
        domain: renderAnyOf(
          leavesOf(
            seen.map((key) => SEES[key]),
            scope,
          ),
        ),
        rights: ALL,
      }),
    ),
    everything(name, label, model),
  ];
}

/**
 * Whoever works here sees what belongs to the companies that they have chosen in Odoo, and what belongs to none. Customers see what is
 * theirs, whichever company serves them, and the service works for all.
 */
function ofCompany(name: string, label: string, model: string, domain: readonly string[]): RuleDeclaration {
  return defineRule({
    id: `rule_${name}_company`,
    label: `${label}: of one’s own companies`,
    model,
    groups: [],
    domain: `[(1, '=', 1)] if user.share or user.has_group('__supportdesk__.group_service') else [${domain.join(', ')}]`,
    rights: ALL,
  });
}

function everything(name: string, label: string, model: string): RuleDeclaration {
  return defineRule({
    id: `rule_${name}_administrator`,
    label: `${label}: administrators and the service see all`,
    model,
    groups: ['group_administrator', 'group_service'],
    domain: "[(1, '=', 1)]",
    rights: ALL,
  });
}

/** All technicians read it; whoever leads the team changes it. */
function ledBy(name: string, label: string, model: string, leader: string): readonly RuleDeclaration[] {
  return [
    defineRule({
      id: `rule_${name}_leader`,
      label: `${label}: leaders change those of their own`,
      model,
      groups: [EVERY_TECHNICIAN],
      domain: `[('${leader}', '=', user.id)]`,
      rights: ['write', 'create', 'delete'],
    }),
    defineRule({
      id: `rule_${name}_administrator`,
      label: `${label}: administrators change all`,
      model,
      groups: ['group_administrator', 'group_service'],
      domain: "[(1, '=', 1)]",
      rights: ['write', 'create', 'delete'],
    }),
  ];
}
