import { defineRule, type RuleDeclaration } from '../../schema/index.ts';
import { ALL, EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { renderAnyOf, SCOPES, type Scope, SEES } from './see-tickets.ts';

/** Odoo adds up what the rules of somebody's groups show, so that each says only what it adds. */
export const OWN_COMPANY = ["'|'", "('x_company_id', '=', False)", "('x_company_id', 'in', company_ids)"];

/** What hangs on a ticket, and tells of it. */
interface Following {
  readonly model: string;
  /** Its way to the ticket. */
  readonly path?: string;
  /** Who sees it all the same: leaves of its own, by how far somebody sees. */
  readonly also?: Readonly<Partial<Record<Scope, readonly string[]>>>;
}

/** Rules by which whoever sees the ticket sees these, and nobody else: what one model keeps from somebody no other tells them. */
export function followTicket(
  name: string,
  { model, path = 'x_ticket_id', also }: Following,
): readonly RuleDeclaration[] {
  const label = `Support, what hangs on tickets (${model})`;
  return [
    ...seenLikeTicket(name, label, model, (seen, scope) => [
      ...(also?.[scope] ?? []),
      `('${path}', 'any', ${renderAnyOf(seen)})`,
    ]),
    ofCompany(name, label, model, [
      "'|'",
      `('${path}', '=', False)`,
      `('${path}', 'any', [${OWN_COMPANY.join(', ')}])`,
    ]),
  ];
}

/** Dialogs that Odoo keeps as records: each is its maker's. */
export const ownDialog = (name: string, model: string): readonly RuleDeclaration[] => [
  defineRule({
    id: `rule_${name}_own`,
    label: `Support dialogs (${model}): technicians see their own`,
    model,
    groups: [EVERY_TECHNICIAN],
    domain: "[('create_uid', '=', user.id)]",
    rights: ALL,
  }),
  everything(name, `Support dialogs (${model})`, model),
];

/** The model's rules, one for each of the groups. */
export function seenLikeTicket(
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
export function ofCompany(
  name: string,
  label: string,
  model: string,
  domain: readonly string[],
): RuleDeclaration {
  return defineRule({
    id: `rule_${name}_company`,
    label: `${label}: of one’s own companies`,
    model,
    groups: [],
    domain: `[(1, '=', 1)] if user.share or user.has_group('__supportdesk__.group_service') else [${domain.join(', ')}]`,
    rights: ALL,
  });
}

export function everything(name: string, label: string, model: string): RuleDeclaration {
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
export function ledBy(
  name: string,
  label: string,
  model: string,
  leader: string,
): readonly RuleDeclaration[] {
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
