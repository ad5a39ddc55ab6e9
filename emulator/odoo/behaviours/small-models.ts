import { runServerAction } from '../automation/run-server-action.ts';
import { findRow, findRows, getModel, modelName, tableOf, withUser } from '../env.ts';
import { activityState } from '../mail/mixin-computes.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Behaviour, Env } from '../model.ts';

const runNow = onRecord('IrCron()', ({ env, ids }) => {
  for (const cron of findRows(env, 'ir.cron', ids)) {
    const action = findRow(env, 'ir.actions.server', cron.get('ir_actions_server_id'));
    const asked = withUser(env, Number(cron.get('user_id')));
    if (action) runServerAction(asked, getModel(env, modelName(env, action.get('model_id'))), action, []);
  }
  return true;
});

export const irCron: Behaviour = {
  methods: { method_direct_trigger: runNow },
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
