import { insertFieldRow } from '../behaviours/insert-field-row.ts';
import { setPassword } from '../behaviours/res-users.ts';
import { findExternalId, getModel, modelId, tableOf } from '../env.ts';
import { isRelational } from '../field.ts';
import type { BuiltinModel, Engine, Env } from '../model.ts';
import { builtinModels } from '../models/index.ts';
import { upsertExternalId } from '../orm/external-ids.ts';
import { stampsOf } from '../orm/stamps.ts';
import type { Stored } from '../values.ts';
import { type BaseRecord, baseRecords } from './base-records.ts';

/** Fills an empty store as an installation of Odoo would. */
export function seedDatabase(engine: Engine, adminPassword: string): void {
  const env: Env = { engine, uid: 1, su: true, context: {} };
  for (const model of builtinModels) seedModel(env, model);
  seedRecords(env);
  for (const model of builtinModels) seedSecurity(env, model);
  const admin = tableOf(env, 'res.users').get(2);
  if (admin) setPassword(env, admin, adminPassword);
}

/** The module that an external id of a model or its fields begins with. */
const moduleOf = (name: string) =>
  /^(ir|res)\./.test(name) ? 'base' : (name.split('.')[0] ?? 'base').replace('base', 'base_automation');

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
    ...stampsOf(env),
  ]);
  const module = moduleOf(source.name);
  const technical = source.name.replaceAll('.', '_');
  upsertExternalId(env, `${module}.model_${technical}`, 'ir.model', row.id);
  for (const field of getModel(env, source.name).fields.values()) {
    const described = insertFieldRow(env, row.id, source.name, field);
    upsertExternalId(env, `${module}.field_${technical}__${field.name}`, 'ir.model.fields', described.id);
  }
}

/** Makes all records first and links them afterwards, for they refer to each other both ways. */
function seedRecords(env: Env): void {
  const links: (() => void)[] = [];
  for (const [modelName, records] of baseRecords) {
    const table = tableOf(env, modelName);
    const { fields } = getModel(env, modelName);
    for (const { xmlid, id, ...values } of records) {
      const row = table.insert(stampsOf(env), id);
      upsertExternalId(env, xmlid, modelName, row.id);
      for (const [name, value = false] of Object.entries(values)) {
        const field = fields.get(name);
        if (field && isRelational(field)) links.push(() => table.set(row, name, resolve(env, value)));
        else table.set(row, name, Array.isArray(value) ? value.join('\n') : value);
      }
    }
  }
  for (const link of links) link();
}

function resolve(env: Env, value: BaseRecord[string]): Stored {
  if (Array.isArray(value)) return value.map((externalId) => idOf(env, externalId));
  return typeof value === 'string' && idOf(env, value);
}

function idOf(env: Env, externalId: string): number {
  const found = findExternalId(env, externalId);
  if (!found) throw new Error(`nothing is seeded as ${externalId}`);
  return found.id;
}

const letters = { read: 'r', write: 'w', create: 'c', unlink: 'u' } as const;

const permissions = (allowed: string): [string, Stored][] =>
  Object.entries(letters).map(([operation, letter]) => [`perm_${operation}`, allowed.includes(letter)]);

function seedSecurity(env: Env, source: BuiltinModel) {
  const owner = modelId(env, source.name);
  for (const line of source.access ?? []) {
    const [group = '', allowed = ''] = line.split(' ');
    tableOf(env, 'ir.model.access').insert([
      ['name', `${source.name} ${group}`],
      ['active', true],
      ['model_id', owner],
      ['group_id', group === '*' ? false : idOf(env, group)],
      ...permissions(allowed),
      ...stampsOf(env),
    ]);
  }
  for (const rule of source.rules ?? []) {
    tableOf(env, 'ir.rule').insert([
      ['name', rule.name],
      ['active', true],
      ['model_id', owner],
      ['domain_force', rule.domain],
      ['groups', (rule.groups ?? []).map((group) => idOf(env, group))],
      ...permissions(rule.operations ?? 'rwcu'),
      ...stampsOf(env),
    ]);
  }
}
