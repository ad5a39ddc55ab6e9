import { runServerAction } from '../automation/run-server-action.ts';
import { asSystem, findRow, findRows, getModel, modelName, tableOf, withUser } from '../env.ts';
import { activityState } from '../mail/mixin-computes.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Behaviour, Env } from '../model.ts';
import { toIds } from '../values.ts';

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

/** A company is a contact, too, that is made with it; its money is that of the company of whoever makes it. */
export const resCompany: Behaviour = {
  hooks: {
    prepareCreate(env, values) {
      const [first] = tableOf(env, 'res.company').rows();
      const { name, email, phone } = values;
      const contact = { name, is_company: true, email: email ?? false, phone: phone ?? false };
      return {
        currency_id: first?.get('currency_id'),
        ...values,
        partner_id: values.partner_id || asSystem(env, 'res.partner').create(contact).id,
      };
    },
    /** Whoever makes one may work for it. */
    saved(env, row) {
      const user = findRow(env, 'res.users', env.uid);
      const known = toIds(user?.get('company_ids'));
      if (user && !known.includes(row.id))
        tableOf(env, 'res.users').set(user, 'company_ids', [...known, row.id]);
    },
  },
  computes: {
    uses_default_logo: (env, row) => !findRow(env, 'res.partner', row.get('partner_id'))?.get('image_1920'),
  },
};

export const maintenanceEquipment: Behaviour = {
  defaults: { effective_date: (env: Env) => env.engine.clock().toISOString().slice(0, 10) },
  hooks: {
    displayName: (_env, row) => [row.get('name'), row.get('serial_no')].filter(Boolean).join('/'),
  },
};
