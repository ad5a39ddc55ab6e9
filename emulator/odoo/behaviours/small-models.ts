import { findRow, tableOf } from '../env.ts';
import type { Behaviour, Env } from '../model.ts';
import type { Row } from '../values.ts';

export const irCron: Behaviour = {
  defaults: {
    active: true,
    interval_number: 1,
    interval_type: 'months',
    priority: 5,
    user_id: (env: Env) => env.uid,
    nextcall: (env: Env) => env.engine.clock(),
  },
  hooks: { displayName: (_env, row) => String(row.get('cron_name') || '') },
};

const modelName = (env: Env, id: unknown) => findRow(env, 'ir.model', id)?.get('model') ?? false;

export const mailActivity: Behaviour = {
  defaults: {
    active: true,
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

export const mailTemplate: Behaviour = {
  defaults: { active: true, auto_delete: true, use_default_to: false },
  computes: { model: (env, row) => modelName(env, row.get('model_id')) },
};

export const ratingRating: Behaviour = {
  hooks: {
    prepareCreate: (env, values) => ({
      ...values,
      res_model: modelName(env, values.res_model_id),
      res_name: `${String(modelName(env, values.res_model_id))}/${String(values.res_id)}`,
    }),
    displayName: (env, row) => String(row.get('res_name') || tableOf(env, 'rating.rating').size),
  },
};

export const resCompany: Behaviour = {
  defaults: { active: true },
  computes: {
    uses_default_logo: (env, row) => !findRow(env, 'res.partner', row.get('partner_id'))?.get('image_1920'),
  },
};
