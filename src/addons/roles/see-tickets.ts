/**
 * What of a ticket makes somebody see it, as the leaves of a domain that Odoo evaluates in the ticket's table: a rule's domain
 * is kept for each user until their groups change, so that whatever may change in between (who leads a team, who is in it)
 * stands in it as a path and not as a value.
 */
export const SEES = {
  assigned: "('x_user_id', '=', user.id)",
  follows: "('message_partner_ids', 'in', user.partner_id.ids)",
  leads: "('x_team_id.x_leader_id', '=', user.id)",
  // Odoo reads again what somebody has just saved: else nobody could hand a ticket over.
  changed: "('write_uid', '=', user.id)",
  member: "('x_team_id.x_member_ids', 'in', user.ids)",
  noTeam: "('x_team_id', '=', False)",
  open: "('x_team_id.x_members_only', '=', False)",
} as const;

export type SeenBy = keyof typeof SEES;

/** How far each group of technicians sees beyond what those before it do; the wider ones imply the narrower. */
export const SCOPES = [
  {
    scope: 'own',
    group: 'group_technician_own',
    label:
      'those assigned to them, that they follow or were the last to change, and those of teams they lead',
    seen: ['assigned', 'follows', 'leads', 'changed'],
  },
  {
    scope: 'team',
    group: 'group_technician_team',
    label: 'those of their teams',
    seen: ['member'],
  },
  {
    scope: 'all',
    group: 'group_technician',
    label: 'all but those of teams that keep theirs to their members',
    seen: ['noTeam', 'open'],
  },
] as const satisfies readonly {
  readonly scope: string;
  readonly group: string;
  readonly label: string;
  readonly seen: readonly SeenBy[];
}[];

export type Scope = (typeof SCOPES)[number]['scope'];

/** Any of the leaves. */
export const renderAnyOf = (leaves: readonly string[]): string =>
  `[${[...leaves.slice(1).map(() => "'|'"), ...leaves].join(', ')}]`;
