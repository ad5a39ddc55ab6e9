import { shortenText } from '../lib/cut-text.ts';
import type { Move } from './compile/moves.ts';
import { destructiveChanges } from './destructive.ts';
import type { Change } from './diff.ts';
import type { ColumnChange } from './differing-columns.ts';
import type { Kept } from './find-kept.ts';
import type { LiveRecord, LiveState } from './live-state.ts';
import type { Loss, Losses } from './losses.ts';
import type { Plan } from './plan.ts';
import {
  isActionReference,
  isReference,
  isReferences,
  isSeal,
  isUserReference,
  type Value,
} from './record.ts';

/** Gives a line the colour of what it says. */
export type Paint = (text: string, kind: Change['kind'] | 'kept') => string;

export type RenderedPlan = Pick<Plan, 'changes' | 'kept' | 'stays' | 'losses'> & {
  readonly live?: Pick<LiveState, 'ledger' | 'rows'>;
};

/** A plan as an operator reads it; the last line sums it up. */
export function renderPlan(plan: RenderedPlan, paint: Paint = (text) => text): string {
  const { changes, kept = [], stays = [], losses = new Map() } = plan;
  const lines = [
    ...changes.map((change) => renderChange(change, losses, paint)),
    ...kept.flatMap((record) => renderKept(record, paint)),
    ...stays.map((change) => renderStay(change, paint)),
  ];
  const notes = [
    ...(isBlind(plan) ? ['', BLIND] : []),
    ...(destructiveChanges({ changes, losses }).length > 0 ? ['', LOSSES] : []),
  ];
  const rest = kept.reduce((sum, { columns }) => sum + columns.length, 0);
  const summary = renderSummary(changes, rest);
  return lines.length === 0 ? summary : [...lines, ...notes, '', summary].join('\n');
}

const BLIND =
  'Odoo holds no note of the last apply, so what people have changed since cannot be recognized and is overwritten.';

const LOSSES =
  'Lines that say “loses” need `apply --allow-destructive`. To keep what they would lose, declare it again (is an addon switched off?) or leave it in Odoo with `apply --keep-data`.';

/** There is something to overwrite, and nothing tells who wrote it. */
function isBlind({ changes, live }: RenderedPlan): boolean {
  if (live === undefined || live.ledger !== undefined) return false;
  return changes.some((change) => change.kind === 'update' && !isSeal(change.record));
}

function renderSummary(changes: readonly Change[], kept: number): string {
  const tail = kept === 0 ? '' : ` ${kept} kept.`;
  if (changes.length === 0) return `No changes.${tail}`;
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  const adopted = count('adopt') === 0 ? '' : `, ${count('adopt')} to adopt`;
  return `Plan: ${count('create')} to create, ${count('update')} to update, ${count('replace')} to replace, ${count('delete')} to delete${adopted}.${tail}`;
}

function renderChange(change: Change, losses: Losses, paint: Paint): string {
  if (change.kind === 'delete') {
    const { model, externalId } = change.live;
    if (change.move) return paint(renderMove(change.live, change.move, losses.get(externalId)), 'update');
    const text = `- ${model.padEnd(26)} ${externalId} (no longer declared)`;
    return paint(`${text}${renderLoss(losses.get(externalId))}`, 'delete');
  }
  const { model, address, externalId } = change.record;
  if (change.kind === 'create') return paint(`+ ${model.padEnd(26)} ${address}`, 'create');
  if (change.kind === 'adopt') {
    return paint(`@ ${model.padEnd(26)} ${address} (already there, without our external ID)`, 'adopt');
  }
  const sign = change.kind === 'update' ? '~' : '±';
  const head = `${sign} ${model.padEnd(26)} ${address}${renderLoss(losses.get(externalId))}`;
  // The seal’s value is a note to ourselves.
  const columns = isSeal(change.record) ? [] : change.columns.map(renderColumn);
  return [paint(head, change.kind), ...columns].join('\n');
}

function renderMove({ model }: LiveRecord, { action }: Move, loss: Loss | undefined): string {
  return `> ${model.padEnd(26)} ${action.address} (its values in ${loss?.count ?? 'all'} records are copied, then it is removed)`;
}

function renderLoss(loss: Loss | undefined): string {
  if (loss === undefined || loss.count === 0) return '';
  const { kind, model, count = 'an unknown number of' } = loss;
  if (kind === 'members') return ` — loses its ${count} members`;
  return kind === 'records'
    ? ` — loses ${count} records of ${model}`
    : ` — loses its values in ${count} records of ${model}`;
}

function renderColumn({ column, from, to }: ColumnChange): string {
  return `    ${column}: ${shorten(from)} → ${shorten(plain(to))}`;
}

function renderKept({ record, columns }: Kept, paint: Paint): readonly string[] {
  return columns.map(({ column, from, to }) =>
    paint(
      `! kept  ${record.address}  ${column}: ${shorten(from)} (ours would be ${shorten(plain(to))})`,
      'kept',
    ),
  );
}

function renderStay(change: Change, paint: Paint): string {
  const { model, externalId } = change.kind === 'delete' ? change.live : change.record;
  return paint(
    `! stays ${model.padEnd(20)} ${externalId} (no longer declared, and holds what people made)`,
    'kept',
  );
}

function plain(value: Value): unknown {
  if (isReference(value)) return value.ref ?? false;
  if (isReferences(value)) return value.refs;
  if (isActionReference(value)) return value.action ?? false;
  if (isUserReference(value)) return value.user;
  return value;
}

const LONGEST = 71;

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return shortenText(text, LONGEST);
}
