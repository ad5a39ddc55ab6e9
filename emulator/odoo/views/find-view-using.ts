import { tableOf } from '../env.ts';
import type { Env } from '../model.ts';
import type { Row } from '../values.ts';

/** A view of the model that shows the field, if there is one. */
export function findViewUsing(env: Env, model: string, field: string): Row | undefined {
  const pattern = new RegExp(`<field[^>]*\\bname=["']${field}["']`);
  return tableOf(env, 'ir.ui.view')
    .where({ model })
    .sort((a, b) => rank(a).localeCompare(rank(b)) || a.id - b.id)
    .find((view) => pattern.test(String(view.get('arch_db') || '')));
}

/** The order of views: by priority, then by name. */
const rank = (view: Row) => `${String(view.get('priority')).padStart(6, '0')} ${String(view.get('name'))}`;
