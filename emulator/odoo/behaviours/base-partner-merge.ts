import { asSystem, findRow, findRows, getModel, sudo, tableOf } from '../env.ts';
import { userError } from '../faults.ts';
import { hasColumn } from '../field.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Behaviour, Env } from '../model.ts';
import { isMagic } from '../orm/stamps.ts';
import { type Row, type Stored, toIds } from '../values.ts';

/** "Merge contacts": everything that led to the others leads to the survivor, which fills its gaps from them. */
export const basePartnerMerge: Behaviour = {
  methods: {
    action_merge: onRecord('MergePartnerAutomatic()', ({ env, model, ids }) => {
      const [wizard] = findRows(env, model.name, ids);
      if (!wizard) throw new Error('merging goes by a wizard');
      const partners = findRows(env, 'res.partner', toIds(wizard.get('partner_ids')));
      if (partners.length > 3) {
        throw userError(
          'For safety reasons, you cannot merge more than 3 contacts together. You can re-open the wizard several times if needed.',
        );
      }
      const survivor = findRow(env, 'res.partner', wizard.get('dst_partner_id'));
      if (!survivor) throw new Error('which contact survives is not guessed here');
      const others = partners.filter(({ id }) => id !== survivor.id);
      if (others.length > 0) merge(sudo(env), survivor, others);
      asSystem(env, model.name).write([wizard], { state: 'finished' });
      return {
        type: 'ir.actions.act_window',
        res_model: model.name,
        res_id: wizard.id,
        view_mode: 'form',
        target: 'new',
      };
    }),
  },
};

function merge(env: Env, survivor: Row, others: readonly Row[]): void {
  for (const { id } of others) {
    moveForeignKeys(env, id, survivor.id);
    moveReferences(env, id, survivor.id);
  }
  const partners = asSystem(env, 'res.partner');
  partners.write([survivor], valuesOf(env, survivor, others));
  partners.unlink(others);
}

function moveForeignKeys(env: Env, from: number, to: number): void {
  for (const { model, field } of env.engine.referencesTo('res.partner')) {
    const table = tableOf(env, model.name);
    if (field.type === 'many2one') {
      move(env, model.name, table.where({ [field.name]: from }), { [field.name]: to });
      continue;
    }
    for (const row of table.rows()) {
      const ids = toIds(row.get(field.name));
      if (!ids.includes(from)) continue;
      table.set(row, field.name, [...new Set(ids.map((id) => (id === from ? to : id)))]);
    }
  }
}

const BY_MODEL_AND_ID: readonly (readonly [model: string, field: string])[] = [
  ['ir.attachment', 'res_model'],
  ['mail.followers', 'res_model'],
  ['mail.activity', 'res_model'],
  ['mail.message', 'model'],
  ['ir.model.data', 'model'],
];

function moveReferences(env: Env, from: number, to: number): void {
  for (const [name, field] of BY_MODEL_AND_ID) {
    const rows = tableOf(env, name).where({ [field]: 'res.partner', res_id: from });
    move(env, name, rows, { res_id: to });
  }
}

/** What the survivor has already, such as a follower, goes. */
function move(env: Env, name: string, rows: readonly Row[], values: Record<string, Stored>): void {
  const { store } = env.engine;
  const savepoint = store.savepoint();
  try {
    asSystem(env, name).write(rows, values);
  } catch {
    store.rollback(savepoint);
    asSystem(env, name).unlink(rows);
  }
}

/** What is not derived: the survivor's own, and where it has none, the last one's that has. */
function valuesOf(env: Env, survivor: Row, others: readonly Row[]): Record<string, Stored> {
  const values: Record<string, Stored> = {};
  for (const [name, field] of getModel(env, 'res.partner').fields) {
    if (isMagic(name) || field.compute || field.related || field.type === 'many2many' || !hasColumn(field))
      continue;
    const found = [survivor, ...others.toReversed()].find((row) => row.get(name));
    if (found) values[name] = found.get(name) ?? false;
  }
  return values;
}
