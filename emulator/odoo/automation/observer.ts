import { isInternalSubtype } from '../behaviours/mail-message.ts';
import { isSharePartner } from '../behaviours/res-partner.ts';
import { compileDomain } from '../domain/compile-domain.ts';
import { findRow, findRows, getModel, modelId, sudo, tableOf, withContext } from '../env.ts';
import type { Env, Model, Observer } from '../model.ts';
import { getRawValue } from '../orm/raw-value.ts';
import { fromPython } from '../python/from-python.ts';
import { createRecordset } from '../python/recordset.ts';
import { evaluateExpression } from '../python/run-python.ts';
import { isIdList, type Row, toIds } from '../values.ts';
import { runServerAction } from './run-server-action.ts';

/** The automation rules' part in every create, write and unlink; they run inside the same call. */
export const automationObserver: Observer = {
  afterCreate: (env, model, rows) =>
    runRules(
      withContext(env, { old_values: null }),
      model,
      rows,
      ['on_create', 'on_create_or_write'],
      'filter_domain',
    ),
  aroundWrite(env, model, rows, values) {
    const rules = findRules(env, model, ['on_write', 'on_create_or_write']);
    if (rules.length === 0) return undefined;
    const before = rules.map((rule) => ({
      rule,
      rows: filterRows(env, model, rule, 'filter_pre_domain', rows),
      hasChanged: watchChanges(env, model, rule, rows),
    }));
    const inner = withContext(env, { old_values: oldValues(env, model, rows, Object.keys(values)) });
    return () => {
      for (const { rule, rows: candidates, hasChanged } of before) {
        const matching = filterRows(inner, model, rule, 'filter_domain', candidates);
        runRule(inner, model, rule, matching.filter(hasChanged));
      }
    };
  },
  beforeUnlink: (env, model, rows) => runRules(env, model, rows, ['on_unlink'], 'filter_domain'),
  afterMessage(env, model, row, message) {
    if (isInternal(env, message) || silent.has(String(message.get('message_type')))) return;
    const author = findRow(env, 'res.partner', message.get('author_id'));
    const isCustomers = !author || isSharePartner(env, author);
    const trigger = isCustomers ? 'on_message_received' : 'on_message_sent';
    runRules(env, model, [row], [trigger], 'filter_pre_domain');
  },
};

/** What Odoo says of itself sets nothing off. */
const silent = new Set(['notification', 'auto_comment', 'user_notification']);

const isInternal = (env: Env, message: Row) =>
  message.get('is_internal') === true || isInternalSubtype(env, message.get('subtype_id'));

function findRules(env: Env, model: Model, triggers: readonly string[]): Row[] {
  const table = tableOf(env, 'base.automation');
  if (table.size === 0) return [];
  return table
    .where({ model_id: modelId(env, model.name) })
    .filter((rule) => rule.get('active') !== false && triggers.includes(String(rule.get('trigger'))));
}

/** A rule that names trigger fields runs only on records in which one of them has changed. */
function watchChanges(env: Env, model: Model, rule: Row, rows: readonly Row[]): (row: Row) => boolean {
  const watched = rule.get('trigger_field_ids');
  if (!isIdList(watched) || watched.length === 0) return () => true;
  const fields = findRows(env, 'ir.model.fields', watched).flatMap(
    (described) => model.fields.get(String(described.get('name'))) ?? [],
  );
  const snapshot = (row: Row) =>
    fields.map((field) => String(getRawValue(env, model, field, row))).join('\n');
  const before = new Map(rows.map((row) => [row.id, snapshot(row)]));
  return (row) => before.get(row.id) !== snapshot(row);
}

function filterRows(env: Env, model: Model, rule: Row, column: string, rows: readonly Row[]): readonly Row[] {
  const code = rule.get(column);
  if (typeof code !== 'string' || !code) return rows;
  if (rows.length === 0) return rows;
  const domain = fromPython(
    evaluateExpression(env, code, {
      user: createRecordset(env, getModel(env, 'res.users'), [env.uid]),
      model: createRecordset(env, model, []),
    }),
  );
  return rows.filter(compileDomain(sudo(env), model, domain));
}

/**
 * What was there before a write, as Odoo hands it to the code of rules: by record and field. What it works out and
 * stores has a turn of its own there, after the write, and is among the rest here.
 */
function oldValues(env: Env, model: Model, rows: readonly Row[], written: readonly string[]) {
  const computed = [...model.fields.values()].flatMap(({ name, stored, compute, related }) =>
    stored && (compute || related) ? name : [],
  );
  const names = [...new Set([...written.filter((name) => model.fields.has(name)), ...computed])];
  return new Map(
    rows.map((row) => {
      const record = createRecordset(env, model, [row.id]);
      return [row.id, new Map(names.map((name) => [name, record.getItem?.(name)]))];
    }),
  );
}

function runRules(env: Env, model: Model, rows: readonly Row[], triggers: readonly string[], filter: string) {
  for (const rule of findRules(env, model, triggers)) {
    runRule(env, model, rule, filterRows(env, model, rule, filter, rows));
  }
}

/** A rule does not run again on the records that it is working on. */
function runRule(env: Env, model: Model, rule: Row, rows: readonly Row[]) {
  const ids = toIds(env.context[`__busy_${rule.id}`]);
  const fresh = rows.filter((row) => !ids.includes(row.id));
  if (fresh.length === 0) return;
  const busy = [...ids, ...fresh.map((row) => row.id)];
  const inner = withContext(sudo(env), {
    [`__busy_${rule.id}`]: busy,
    __action_done: new Map([
      [
        createRecordset(env, getModel(env, 'base.automation'), [rule.id]),
        createRecordset(env, getModel(env, model.name), busy),
      ],
    ]),
  });
  for (const action of actionsOf(env, rule)) {
    for (const row of fresh) runServerAction(inner, getModel(env, model.name), action, [row]);
  }
}

function actionsOf(env: Env, rule: Row): Row[] {
  return tableOf(env, 'ir.actions.server')
    .where({ base_automation_id: rule.id })
    .sort((a, b) => Number(a.get('sequence')) - Number(b.get('sequence')) || a.id - b.id);
}
