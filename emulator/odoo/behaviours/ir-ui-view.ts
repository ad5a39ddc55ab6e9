import { findRow, tableOf } from '../env.ts';
import type { Behaviour, Env } from '../model.ts';
import { translatedValue } from '../orm/translations.ts';
import type { Row, Values } from '../values.ts';
import { archOf, combineView, parseArch, rootView } from '../views/combine-view.ts';
import { validateView } from '../views/validate-view.ts';

const kept = (env: Env, row: Row) => translatedValue(env, row, { name: 'arch_db', type: 'text' }) ?? false;

/** Views: the arch is kept once, checked on every change, with all that inherits from it. */
export const irUiView: Behaviour = {
  computes: {
    arch: kept,
    arch_base: kept,
    model_data_id: (env, row) =>
      tableOf(env, 'ir.model.data').find({ reference: `ir.ui.view,${row.id}` })?.id ?? false,
  },
  hooks: {
    prepareCreate(env, values) {
      const parent = findRow(env, 'ir.ui.view', values.inherit_id);
      const arch = archIn(values);
      const type = values.type || parent?.get('type') || (arch ? parseArch(String(arch)).name : 'form');
      return {
        ...values,
        ...(arch !== undefined && { arch_db: arch || '' }),
        type,
        name: values.name || `${String(values.model)} ${String(type)}`,
        mode: values.mode ?? (values.inherit_id ? 'extension' : 'primary'),
        ...(parent && !values.model && { model: parent.get('model') ?? false }),
      };
    },
    prepareWrite(_env, _rows, values) {
      const arch = archIn(values);
      return arch === undefined ? values : { ...values, arch_db: arch || '' };
    },
    saved(env, row, values) {
      const shapes = ['arch_db', 'model', 'type', 'inherit_id', 'active'];
      if (shapes.some((name) => name in values)) checkView(env, row);
    },
  },
};

const archIn = (values: Values): unknown => values.arch ?? values.arch_base ?? values.arch_db;

function checkView(env: Env, row: Row) {
  if (row.get('arch_db') === undefined || row.get('arch_db') === false) return;
  parseArch(archOf(row));
  const top = rootView(env, row);
  const { root, added } = combineView(env, top);
  const type = String(top.get('type'));
  if (type === 'qweb' || !row.get('model')) return;
  validateView(env, {
    name: String(row.get('name')),
    type,
    model: String(top.get('model')),
    root,
    checked: row === top ? [root] : (added.get(row.id) ?? []),
  });
}
