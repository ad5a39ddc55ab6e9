import { findRow, modelName, tableOf } from '../env.ts';
import { activityState } from '../mail/mixin-computes.ts';
import type { Behaviour, Env } from '../model.ts';

export const irCron: Behaviour = {
  defaults: {
    user_id: (env) => env.uid,
    nextcall: (env) => env.engine.clock(),
  },
};

export const mailActivity: Behaviour = {
  defaults: {
    user_id: (env: Env) => env.uid,
    date_deadline: (env: Env) => env.engine.clock().toISOString().slice(0, 10),
  },
  hooks: {
    prepareCreate: (env, values) =>
      values.res_model_id ? { ...values, res_model: modelName(env, values.res_model_id) } : values,
    displayName(env, row) {
      const type = findRow(env, 'mail.activity.type', row.get('activity_type_id'));
      return String(row.get('summary') || type?.get('name') || '');
    },
  },
  computes: { state: (env, row) => activityState(env, row) },
};

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
