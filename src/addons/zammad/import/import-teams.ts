import type { Odoo } from '../../../odoo/model-api.ts';
import type { Cells } from '../../../sync/import-row.ts';
import type { Refusal } from '../../../sync/source.ts';
import { findHeld, syncRecords } from '../../../sync/sync-records.ts';
import type { ExternalNames } from '../external-names.ts';
import { ImportedTeam } from '../models.ts';
import type { Group, Ticket } from '../schema.ts';
import { linkRecords } from './link-records.ts';

export interface Teams {
  /** Sees to it that Odoo has a team for each group that the tickets name. Answers what Odoo refused. */
  ensure(tickets: readonly Ticket[]): Promise<readonly Refusal[]>;
  teamOf(groupId: number | undefined): number | undefined;
}

export interface TeamsOptions {
  readonly odoo: Odoo;
  readonly names: ExternalNames;
  /** All groups of Zammad, where they may be read; else tickets tell their names. */
  readonly groups: readonly Group[];
}

/**
 * Teams for Zammad's groups, made when a ticket first names one. A team of the same name that Odoo has already is
 * taken instead and stays as it is.
 */
export function createTeams({ odoo, names, groups }: TeamsOptions): Teams {
  const known = new Map(groups.map((group) => [group.id, group]));
  const teams = new Map<number, number>();
  const written = new Map<number, string>();

  return {
    async ensure(tickets) {
      for (const { group_id, group } of tickets) {
        if (group_id !== undefined && group !== '' && groups.length === 0) {
          known.set(group_id, { id: group_id, name: group, active: true });
        }
      }
      const named = [...new Set(tickets.flatMap(({ group_id }) => group_id ?? []))];
      const fresh = named.flatMap((id) => {
        const group = known.get(id);
        return group && written.get(id) !== group.name ? [group] : [];
      });
      return fresh.length === 0 ? [] : ensureTeams(fresh);
    },
    teamOf: (groupId) => (groupId === undefined ? undefined : teams.get(groupId)),
  };

  async function ensureTeams(fresh: readonly Group[]): Promise<readonly Refusal[]> {
    const externalIds = fresh.map(({ id }) => names.group(id));
    const held = new Map(await findHeld(odoo, ImportedTeam, externalIds));
    const matched = await matchTeams(fresh.filter(({ id }) => !held.has(names.group(id))));
    await linkRecords(odoo, ImportedTeam.name, matched);
    for (const [name, id] of matched) held.set(name, { id, x_import_hash: false });
    const rows = fresh.map((group) => ({
      externalId: names.group(group.id),
      cells: mapGroup(group),
    }));
    const { ids, refused } = await syncRecords(odoo, ImportedTeam, rows, held);
    for (const group of fresh) {
      const id = ids.get(names.group(group.id));
      if (id !== undefined) teams.set(group.id, id);
      written.set(group.id, group.name);
    }
    return refused;
  }

  /** Teams that no other group stands for, by the external id of the group with the same name. */
  async function matchTeams(fresh: readonly Group[]): Promise<ReadonlyMap<string, number>> {
    if (fresh.length === 0) return new Map();
    const found = await odoo.model(ImportedTeam).searchRead(
      [
        ['x_name', 'in', fresh.map(({ name }) => name)],
        ['x_import_hash', '=', false],
      ],
      { fields: ['x_name'] },
    );
    return new Map(
      fresh.flatMap((group): [string, number][] => {
        const team = found.find(({ x_name }) => x_name === group.name);
        return team ? [[names.group(group.id), team.id]] : [];
      }),
    );
  }
}

export function mapGroup(group: Group): Cells {
  return { x_name: group.name, x_active: group.active ? '1' : '0' };
}
