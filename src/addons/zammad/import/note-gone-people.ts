import { errorMessage } from '../../../lib/errors.ts';
import { Partner } from '../../../odoo/builtin-models.ts';
import { isOdooError } from '../../../odoo/faults.ts';
import { isAboutData } from '../../../odoo/load-rows.ts';
import { type Row, toOdooDatetime } from '../../../odoo/values.ts';
import { importContext, importRecords } from '../../../sync/import-records.ts';
import type { ImportRow } from '../../../sync/import-row.ts';
import { GoneContact } from '../gone/model.ts';
import { isUnbelievable } from './archive-missing.ts';
import { findContacts } from './find-contacts.ts';
import { findUses } from './find-uses.ts';
import type { Listed } from './follow-names.ts';
import { iterateLinks } from './iterate-links.ts';
import type { ReconcileOptions } from './reconcile-options.ts';

/** What became of contacts whose users or organisations the source no longer has. */
export interface GonePeople {
  /** For the first time: looked at again in another comparison. */
  readonly missing: number;
  readonly archived: number;
  /** Something in Odoo uses the contact, which stays. */
  readonly used: number;
  readonly back: number;
}

/**
 * Contacts of the import whose users or organisations are gone, such as by Zammad's privacy task. Who is not in the lists
 * is asked for; only where Zammad says in two separate comparisons that there is nobody is a contact archived, and only
 * where nothing else in Odoo uses it. All of them are listed for people to decide.
 */
export async function noteGonePeople(options: ReconcileOptions, listed: Listed): Promise<GonePeople> {
  const { log, clock } = options;
  const known = await readKnown(options);
  const back = await welcomeBack(options, known, listed);
  const { absent, count } = await findAbsent(options, listed);
  const asked = absent.filter(({ externalId }) => isUndecided(known.get(externalId)));
  const gone = await confirm(options, asked);
  if (isUnbelievable(gone.size, count)) {
    log.warn('too many people are gone from Zammad to believe it; nobody is archived', {
      lost: gone.size,
      of: count,
    });
    return { missing: 0, archived: 0, used: 0, back };
  }
  const since = toOdooDatetime(clock.now());
  const missing = absent.filter(
    ({ externalId }) => gone.has(externalId) && known.get(externalId)?.x_state !== 'missing',
  );
  const decided = absent.filter(({ externalId }) => {
    const state = known.get(externalId)?.x_state;
    return state === 'used' || (state === 'missing' && gone.has(externalId));
  });
  const { archived, used } = await decide(options, decided, { known, listed });
  await list(options, [
    ...missing.map((one) => ({ ...one, x_state: 'missing', x_since: since })),
    ...archived.map((one) => ({ ...one, x_state: 'archived' })),
    ...used.map((one) => ({ ...one, x_state: 'used' })),
  ]);
  return { missing: missing.length, archived: archived.length, used: used.length, back };
}

const FIELDS = ['x_external_id', 'x_partner_id', 'x_state', 'x_uses', 'x_was_active'] as const;
type Known = ReadonlyMap<string, Row<typeof GoneContact, (typeof FIELDS)[number]>>;

/** Those that nobody has forgotten, by external id. */
async function readKnown({ odoo, sourceId }: ReconcileOptions): Promise<Known> {
  const rows = await odoo.model(GoneContact).searchRead(
    [
      ['x_source_id', '=', sourceId],
      ['x_state', '!=', 'forgotten'],
    ],
    { fields: FIELDS },
  );
  return new Map(rows.map((row) => [row.x_external_id || '', row]));
}

const isUndecided = (row: { readonly x_state: string } | undefined): boolean =>
  row === undefined || row.x_state === 'missing' || row.x_state === 'back';

/** Whom Zammad lists again; a contact that the import archived is active again where its user is. */
async function welcomeBack({ odoo }: ReconcileOptions, known: Known, listed: Listed): Promise<number> {
  const back = [...known].filter(([name, { x_state }]) => x_state !== 'back' && listed.has(name));
  if (back.length === 0) return 0;
  const awake = back.flatMap(([name, { x_state, x_was_active, x_partner_id }]) =>
    x_state === 'archived' && x_was_active && listed.get(name) && x_partner_id ? [x_partner_id[0]] : [],
  );
  if (awake.length > 0) await odoo.model(Partner).write(awake, { active: true }, importContext);
  await odoo.model(GoneContact).write(
    back.map(([, { id }]) => id),
    { x_state: 'back', x_uses: false },
  );
  return back.length;
}

interface Absent {
  readonly kind: 'user' | 'organization';
  /** Zammad's. */
  readonly id: number;
  readonly externalId: string;
  readonly partnerId: number;
}

/** Contacts that the import made, and whose names are on no list. */
async function findAbsent({ odoo, names }: ReconcileOptions, listed: Listed) {
  const absent: Absent[] = [];
  let count = 0;
  for (const kind of ['user', 'organization'] as const) {
    const nameOf = names[kind];
    for await (const links of iterateLinks(odoo, Partner.name, nameOf)) {
      count += links.length;
      const unlisted = links.filter(({ sourceId }) => !listed.has(nameOf(sourceId)));
      const held = await findContacts(
        odoo,
        unlisted.map(({ sourceId }) => nameOf(sourceId)),
      );
      for (const { sourceId: id, recordId: partnerId } of unlisted) {
        const externalId = nameOf(id);
        if (held.get(externalId)?.isFollowed) absent.push({ kind, id, externalId, partnerId });
      }
    }
  }
  return { absent, count };
}

/** Those whom Zammad, asked by their ids, does not know: who may not be read, or cannot be, is not gone. */
async function confirm(
  { source, names, signal }: ReconcileOptions,
  asked: readonly Absent[],
): Promise<ReadonlySet<string>> {
  const gone = new Set(asked.map(({ externalId }) => externalId));
  const idsOf = (kind: Absent['kind']) => asked.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const [users, organizations] = [idsOf('user'), idsOf('organization')];
  if (users.length > 0) {
    const { records, refused } = await source.findUsers(users, signal);
    for (const { id } of records) gone.delete(names.user(id));
    for (const { externalId } of refused) gone.delete(externalId);
  }
  if (organizations.length > 0) {
    const { records, refused } = await source.findOrganizations(organizations, signal);
    for (const { id } of records) gone.delete(names.organization(id));
    for (const { externalId } of refused) gone.delete(externalId);
  }
  return gone;
}

interface Decided extends Absent {
  readonly x_uses: string;
  readonly x_was_active: boolean;
}

/** Archives the contacts that nothing uses. */
async function decide(
  options: ReconcileOptions,
  decided: readonly Absent[],
  { known, listed }: { readonly known: Known; readonly listed: Listed },
) {
  if (decided.length === 0) return { archived: [], used: [] };
  const { odoo } = options;
  // A company whose people are gone, too, is not used by them.
  const before = [...known.values()].flatMap(({ x_state, x_partner_id }) =>
    x_state === 'archived' && x_partner_id ? [x_partner_id[0]] : [],
  );
  const ids = decided.map(({ partnerId }) => partnerId);
  const uses = await findUses(options, listed, [...new Set([...ids, ...before])]).catch((error: unknown) => {
    // A field of some other module that cannot be searched must not keep tickets from coming over.
    if (!isAboutData(error) && !isOdooError(error, 'odoo_missing')) throw error;
    options.log.warn('what uses contacts gone from Zammad cannot be told; none is archived', {
      reason: errorMessage(error),
    });
    return undefined;
  });
  if (!uses) return { archived: [], used: [] };
  const free = ids.filter((id) => !uses.get(id));
  const active = new Set(
    free.length === 0
      ? []
      : await odoo.model(Partner).search([
          ['id', 'in', free],
          ['active', '=', true],
        ]),
  );
  if (active.size > 0) await odoo.model(Partner).write([...active], { active: false }, importContext);
  const all = decided.map((one): Decided => {
    const { partnerId } = one;
    return { ...one, x_uses: uses.get(partnerId) ?? '', x_was_active: active.has(partnerId) };
  });
  return { archived: all.filter(({ x_uses }) => x_uses === ''), used: all.filter(({ x_uses }) => x_uses) };
}

type Listing = Absent & Partial<Decided> & { readonly x_state: string; readonly x_since?: string };

/** One that is listed already keeps the moment since which it is gone. */
async function list({ odoo, names, sourceId, log }: ReconcileOptions, listings: readonly Listing[]) {
  const rows = listings.map(({ externalId, partnerId, x_state, x_since, ...rest }): ImportRow => {
    return {
      externalId: names.leaver(externalId),
      cells: {
        'x_partner_id/.id': String(partnerId),
        'x_source_id/.id': String(sourceId),
        x_external_id: externalId,
        x_state,
        x_uses: rest.x_uses ?? '',
        x_was_active: rest.x_was_active ? '1' : '0',
        ...(x_since === undefined ? {} : { x_since }),
      },
    };
  });
  const { refused } = await importRecords(odoo, GoneContact, rows);
  if (refused.length > 0)
    log.error('contacts gone from Zammad could not be listed', { count: refused.length });
}
