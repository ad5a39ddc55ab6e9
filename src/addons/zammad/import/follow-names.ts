import { inBatches } from '../../../odoo/in-batches.ts';
import { importContext } from '../../../sync/import-records.ts';
import type { ImportRow } from '../../../sync/import-row.ts';
import type { Refusal } from '../../../sync/source.ts';
import { findHeld, syncRecords } from '../../../sync/sync-records.ts';
import { mapOrganization } from '../map/map-organization.ts';
import { mapUser } from '../map/map-user.ts';
import { ImportedTeam, ImportedTicket } from '../models.ts';
import type { Organization, User } from '../schema.ts';
import { findContacts, type HeldContacts } from './find-contacts.ts';
import { mapGroup } from './import-teams.ts';
import type { ReconcileOptions } from './reconcile-options.ts';
import { syncContacts } from './sync-contacts.ts';

/**
 * New names of organisations, users, groups and states come without a change of any ticket. Only what the import
 * made is changed, and nothing new is made.
 */
export async function followNames(options: ReconcileOptions): Promise<Followed> {
  const { source, names, signal } = options;
  const refused: Refusal[] = [];
  const listed = new Map<string, boolean>();
  for await (const page of source.listOrganizations(signal)) {
    for (const { id, active } of page) listed.set(names.organization(id), active);
    refused.push(...(await organizations(page, options)));
  }
  for await (const page of source.listUsers(signal)) {
    for (const { id, active } of page) listed.set(names.user(id), active);
    refused.push(...(await users(page, options)));
  }
  refused.push(...(await groups(options)));
  await states(options);
  return { refused, listed };
}

export interface Followed {
  readonly refused: readonly Refusal[];
  /** Whom the source lists, by external id, and whether they are active there. */
  readonly listed: Listed;
}
export type Listed = ReadonlyMap<string, boolean>;

async function organizations(page: readonly Organization[], options: ReconcileOptions) {
  const { odoo, names } = options;
  const rows = page.map((one) => ({ externalId: names.organization(one.id), cells: mapOrganization(one) }));
  return follow(options, rows, await findContacts(odoo, rows.map(externalIdOf)));
}

async function users(page: readonly User[], options: ReconcileOptions) {
  const { odoo, names } = options;
  const companies = new Set(page.flatMap(({ organization_id }) => organization_id ?? []));
  const held = await findContacts(odoo, [
    ...[...companies].map(names.organization),
    ...page.map(({ id }) => names.user(id)),
  ]);
  const rows = page.map((user) => {
    const company = user.organization_id === undefined ? '' : names.organization(user.organization_id);
    return { externalId: names.user(user.id), cells: mapUser(user, held.get(company)?.id) };
  });
  return follow(options, rows, held);
}

async function groups(options: ReconcileOptions) {
  const { odoo, source, names, signal } = options;
  const listed = await source.listGroups(signal);
  const rows = listed.map((group) => ({ externalId: names.group(group.id), cells: mapGroup(group) }));
  const held = await findHeld(odoo, ImportedTeam, rows.map(externalIdOf));
  const known = rows.filter(({ externalId }) => held.has(externalId));
  return (await syncRecords(odoo, ImportedTeam, known, held)).refused;
}

async function states({ odoo, source, sourceId, signal }: ReconcileOptions): Promise<void> {
  const tickets = odoo.model(ImportedTicket);
  for (const { id, name } of await source.listStates(signal)) {
    const renamed = await tickets.search(
      [
        ['x_import_source_id', '=', sourceId],
        ['x_source_state_id', '=', id],
        ['x_source_state', '!=', name],
      ],
      { context: { active_test: false } },
    );
    for await (const batch of inBatches(renamed, 1_000)) {
      await tickets.write(batch, { x_source_state: name }, importContext);
    }
  }
}

async function follow(
  { odoo }: ReconcileOptions,
  rows: readonly ImportRow[],
  held: HeldContacts,
): Promise<readonly Refusal[]> {
  const known = rows.filter(({ externalId }) => held.has(externalId));
  return (await syncContacts(odoo, known, held)).refused;
}

const externalIdOf = ({ externalId }: ImportRow) => externalId;
