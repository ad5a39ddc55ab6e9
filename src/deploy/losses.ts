import { z } from 'zod';
import { isOdooError } from '../odoo/faults.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { Change } from './diff.ts';
import type { LiveRecord, LiveState } from './live-state.ts';

/** What destructive changes take along, by external id. */
export type Losses = ReadonlyMap<string, Loss>;

export interface Loss {
  /** All records of a model, the values of a field, or the people in a group. */
  readonly kind: 'records' | 'values' | 'members';
  /** The model that holds them. */
  readonly model: string;
  /** Undefined where this account may not count them. */
  readonly count: number | undefined;
}

/** Asks Odoo only about what may lose something: once a model, a group, and a field of a model that stays. */
export async function countLosses(odoo: Odoo, changes: readonly Change[], live: LiveState): Promise<Losses> {
  const gone = changes.flatMap(destroyed);
  const isFieldGone = ({ externalId }: LiveRecord) => gone.some((record) => record.externalId === externalId);
  const models = new Set(
    gone.filter(({ model }) => model === 'ir.model').map((record) => nameOf(record, live)),
  );
  const losses = await Promise.all(
    gone.map(async (record): Promise<readonly (readonly [string, Loss])[]> => {
      const asked = describe(record, live, isFieldGone);
      if (asked === undefined || (asked.kind === 'values' && models.has(asked.model))) return [];
      const { kind, model, domain } = asked;
      return [[record.externalId, { kind, model, count: await countRecords(odoo, model, domain) }]];
    }),
  );
  return new Map(losses.flat());
}

function destroyed(change: Change): readonly LiveRecord[] {
  if (change.kind === 'delete') return [change.live];
  if (change.kind !== 'replace') return [];
  const { externalId, model } = change.record;
  return [{ externalId, model, recordId: change.recordId }];
}

const nameOf = ({ externalId }: LiveRecord, live: LiveState) => String(live.rows.get(externalId)?.model);

interface Question extends Pick<Loss, 'kind' | 'model'> {
  readonly domain: readonly unknown[];
}

function describe(
  record: LiveRecord,
  live: LiveState,
  isFieldGone: (field: LiveRecord) => boolean,
): Question | undefined {
  const row = live.rows.get(record.externalId) ?? {};
  if (record.model === 'ir.model') return { kind: 'records', model: nameOf(record, live), domain: [] };
  if (record.model === 'res.groups') {
    return { kind: 'members', model: 'res.users', domain: [['groups_id', 'in', [record.recordId]]] };
  }
  if (record.model === 'ir.model.fields') {
    if (!isKeptByPeople(row)) return undefined;
    return { kind: 'values', model: String(row.model), domain: [[String(row.name), '!=', false]] };
  }
  if (record.model !== 'ir.model.fields.selection') return undefined;
  const field = findField(row.field_id, live);
  const values = field && live.rows.get(field.externalId);
  if (field === undefined || values === undefined || isFieldGone(field)) return undefined;
  return { kind: 'values', model: String(values.model), domain: [[String(values.name), '=', row.value]] };
}

/** What is computed can be computed again, and what belongs to other records is theirs. */
const isKeptByPeople = ({ store, ttype, compute, related }: Readonly<Record<string, unknown>>): boolean =>
  store === true && ttype !== 'one2many' && !compute && !related;

function findField(fieldId: unknown, { ids }: LiveState): LiveRecord | undefined {
  const id: unknown = Array.isArray(fieldId) ? fieldId[0] : fieldId;
  return [...ids.values()].find(({ model, recordId }) => model === 'ir.model.fields' && recordId === id);
}

async function countRecords(
  odoo: Odoo,
  model: string,
  domain: readonly unknown[],
): Promise<number | undefined> {
  try {
    const options = { context: { active_test: false } };
    return z.number().parse(await odoo.call(model, 'search_count', [domain], options, { retry: true }));
  } catch (error) {
    if (isOdooError(error, 'odoo_access_error')) return undefined;
    throw error;
  }
}
