import { findRow, modelName, tableOf } from '../env.ts';
import type { Behaviour, Env, Method } from '../model.ts';
import type { Row } from '../values.ts';

export const irCron: Behaviour = {
  defaults: {
    user_id: (env) => env.uid,
    nextcall: (env) => env.engine.clock(),
  },
};

/** Installs at once, and brings nothing along: what modules hold is seeded. */
const install: Method = {
  on: 'record',
  params: [],
  run({ env, ids }) {
    const table = tableOf(env, 'ir.module.module');
    for (const id of ids) {
      const row = table.get(id);
      if (row) table.set(row, 'state', 'installed');
    }
    return { type: 'ir.actions.act_url', target: 'self', url: '/odoo' };
  },
};

export const irModuleModule: Behaviour = {
  methods: { button_immediate_install: install },
  hooks: { displayName: (_env, row) => String(row.get('shortdesc') || row.get('name')) },
};

export const mailActivity: Behaviour = {
  defaults: {
    user_id: (env: Env) => env.uid,
    date_deadline: (env: Env) => env.engine.clock().toISOString().slice(0, 10),
  },
  hooks: {
    prepareCreate: (env, values) =>
      values.res_model_id ? { ...values, res_model: modelName(env, values.res_model_id) } : values,
    displayName: (env, row) =>
      String(
        row.get('summary') ||
          findRow(env, 'mail.activity.type', row.get('activity_type_id'))?.get('name') ||
          '',
      ),
  },
  computes: { state: (env, row) => activityState(env, row) },
};

function activityState(env: Env, row: Row): string {
  const today = env.engine.clock().toISOString().slice(0, 10);
  const deadline = String(row.get('date_deadline') || '');
  if (deadline === today) return 'today';
  return deadline < today ? 'overdue' : 'planned';
}

export const ratingRating: Behaviour = {
  hooks: {
    prepareCreate: (env, values) => ({
      ...values,
      res_model: modelName(env, values.res_model_id) || false,
      res_name: `${modelName(env, values.res_model_id)}/${String(values.res_id)}`,
    }),
    displayName: (env, row) => String(row.get('res_name') || tableOf(env, 'rating.rating').size),
  },
};

export const resCompany: Behaviour = {
  computes: {
    uses_default_logo: (env, row) => !findRow(env, 'res.partner', row.get('partner_id'))?.get('image_1920'),
  },
};
