import { insertFieldRow } from '../behaviours/insert-field-row.ts';
import { setPassword } from '../behaviours/res-users.ts';
import { getModel, tableOf } from '../env.ts';
import type { BuiltinModel, Engine, Env } from '../model.ts';
import { builtinModels } from '../models/index.ts';
import { upsertExternalId } from '../orm/external-ids.ts';
import { formatDatetime } from '../orm/format-date.ts';
import { isRecord, type Stored } from '../values.ts';
import { baseRecords } from './base-records.ts';
import { people } from './people.ts';
import type { SeedRecord } from './ref.ts';

/** Fills an empty store as an installation of Odoo would. */
export function seedDatabase(engine: Engine, adminPassword: string): void {
  const env: Env = { engine, uid: 1, su: true, context: {} };
  for (const model of builtinModels) seedModel(env, model);
  const ids = new Map<string, number>();
  for (const item of [...people, ...baseRecords]) seedRecord(env, item, ids);
  for (const model of builtinModels) seedSecurity(env, model, ids);
  const admin = tableOf(env, 'res.users').get(2);
  if (admin) setPassword(env, admin, adminPassword);
}

/** The module that an external id of a model or its fields begins with. */
const moduleOf = (name: string) =>
  /^(ir|res)\./.test(name) ? 'base' : (name.split('.')[0] ?? 'base').replace('base', 'base_automation');

const stamp = (env: Env): [string, Stored][] => {
  const now = formatDatetime(env.engine.clock());
  return [
    ['create_uid', 1],
    ['create_date', now],
    ['write_uid', 1],
    ['write_date', now],
  ];
};

function seedModel(env: Env, source: BuiltinModel) {
  const row = tableOf(env, 'ir.model').insert([
    ['name', source.label],
    ['model', source.name],
    ['order', source.order],
    ['state', 'base'],
    ['transient', false],
    ['is_mail_thread', source.thread ?? false],
    ['is_mail_activity', source.activity ?? false],
    ['is_mail_blacklist', false],
    ...stamp(env),
  ]);
  const module = moduleOf(source.name);
  const technical = source.name.replaceAll('.', '_');
  upsertExternalId(env, `${module}.model_${technical}`, 'ir.model', row.id);
  for (const field of getModel(env, source.name).fields.values()) {
    const described = insertFieldRow(env.engine, row.id, source.name, field);
    upsertExternalId(env, `${module}.field_${technical}__${field.name}`, 'ir.model.fields', described.id);
  }
}

function seedRecord(env: Env, item: SeedRecord, ids: Map<string, number>) {
  const columns = Object.entries(item.values).map(([name, value]) => [name, resolve(value, ids)] as const);
  const row = tableOf(env, item.model).insert([...columns, ...stamp(env)], item.id);
  ids.set(item.externalId, row.id);
  upsertExternalId(env, item.externalId, item.model, row.id);
}

function resolve(value: unknown, ids: ReadonlyMap<string, number>): Stored {
  if (Array.isArray(value)) return value.map((item) => Number(resolve(item, ids)));
  if (isRecord(value) && typeof value.ref === 'string') {
    const id = ids.get(value.ref);
    if (id === undefined) throw new Error(`nothing seeded as ${value.ref}`);
    return id;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : false;
}

const letters = { read: 'r', write: 'w', create: 'c', unlink: 'u' } as const;

const permissions = (allowed: string): [string, Stored][] =>
  Object.entries(letters).map(([operation, letter]) => [`perm_${operation}`, allowed.includes(letter)]);

function seedSecurity(env: Env, source: BuiltinModel, ids: ReadonlyMap<string, number>) {
  const modelId = tableOf(env, 'ir.model').idsWhere('model', source.name)[0] ?? 0;
  for (const line of source.access ?? []) {
    const [group = '', allowed = ''] = line.split(' ');
    tableOf(env, 'ir.model.access').insert([
      ['name', `${source.name} ${group}`],
      ['active', true],
      ['model_id', modelId],
      ['group_id', ids.get(group) ?? false],
      ...permissions(allowed),
      ...stamp(env),
    ]);
  }
  for (const rule of source.rules ?? []) {
    tableOf(env, 'ir.rule').insert([
      ['name', rule.name],
      ['active', true],
      ['model_id', modelId],
      ['domain_force', rule.domain],
      ['groups', (rule.groups ?? []).map((group) => ids.get(group) ?? 0)],
      ...permissions(rule.operations ?? 'rwcu'),
      ...stamp(env),
    ]);
  }
}
