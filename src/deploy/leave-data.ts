import { losesData } from './destructive.ts';
import type { Change } from './diff.ts';
import type { LiveRecord, LiveState } from './live-state.ts';
import type { Losses } from './losses.ts';

type Delete = Extract<Change, { readonly kind: 'delete' }>;

export interface LeftData {
  /** What is left to do. */
  readonly changes: readonly Change[];
  /** No longer declared, and left in Odoo for what people made of it. */
  readonly stays: readonly Delete[];
}

/** A plan that deletes nothing that people made, nor what belongs to it: a model with all its fields, a field with its values. */
export function leaveData(changes: readonly Change[], losses: Losses, { rows }: LiveState): LeftData {
  const deletes = changes.filter((change): change is Delete => change.kind === 'delete');
  const stays = deletes.filter((change) => losesData(change, losses));
  const column = ({ externalId }: LiveRecord, name: string) => idOf(rows.get(externalId)?.[name]);
  const ofModel = (model: string) => stays.filter(({ live }) => live.model === model).map(({ live }) => live);
  const models = new Set(ofModel('ir.model').map((live) => column(live, 'model')));
  const isLeft = (change: Delete): boolean =>
    stays.includes(change) || models.has(column(change.live, 'model'));
  const fields = new Set(
    deletes
      .filter((change) => change.live.model === 'ir.model.fields' && isLeft(change))
      .map(({ live }) => live.recordId),
  );
  const belongs = ({ live }: Delete): boolean =>
    BELONG_TO_FIELDS.has(live.model) && fields.has(Number(column(live, 'field_id')));
  return {
    changes: changes.filter((change) => change.kind !== 'delete' || !(isLeft(change) || belongs(change))),
    stays,
  };
}

const BELONG_TO_FIELDS = new Set(['ir.model.fields.selection', 'ir.default']);

/** A many2one comes as `[id, name]`. */
const idOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
