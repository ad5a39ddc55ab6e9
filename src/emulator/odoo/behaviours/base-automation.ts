import { findRow } from '../env.ts';
import type { Behaviour } from '../model.ts';

export const baseAutomation: Behaviour = {
  defaults: { active: true },
  computes: {
    model_name: (env, row) => findRow(env, 'ir.model', row.get('model_id'))?.get('model') ?? false,
  },
};
