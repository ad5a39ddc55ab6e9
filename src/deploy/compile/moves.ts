import type { AddonDeclaration } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import { createContext } from './context.ts';
import { externalIdOf, fieldId } from './names.ts';

/** Where a field's values go before the field itself does. */
export interface Move {
  readonly to: string;
  /** The server action that copies them: made, run and deleted within one step. */
  readonly action: DesiredRecord;
}

/** By the external id of the field that goes. */
export function compileMoves(addons: readonly AddonDeclaration[]): ReadonlyMap<string, Move> {
  const model_id = createContext(addons).modelRef('ir.model.data');
  return new Map(
    addons.flatMap((addon) =>
      (addon.moves ?? []).map(({ from, to, code }) => {
        const { model, field } = splitField(from);
        const action: DesiredRecord = {
          externalId: externalIdOf('move', model, field),
          model: 'ir.actions.server',
          stage: 'server actions',
          address: `${addon.name} › ${from} → ${to}`,
          values: {
            name: `Support desk: move ${from} to ${to}`,
            model_id,
            usage: 'ir_actions_server',
            groups_id: { refs: ['base.group_system'] },
            state: 'code',
            code: `${findRecords(model, field)}\n${code}`,
          },
        };
        return [fieldId(model, field), { to, action }] as const;
      }),
    ),
  );
}

const findRecords = (model: string, field: string): string =>
  `records = env['${model}'].sudo().with_context(active_test=False).search([('${field}', '!=', False)])`;

/** `x_support.ticket.x_state`: a model's name has dots, a field's none. */
export function splitField(path: string): { readonly model: string; readonly field: string } {
  const dot = path.lastIndexOf('.');
  return { model: path.slice(0, dot), field: path.slice(dot + 1) };
}
