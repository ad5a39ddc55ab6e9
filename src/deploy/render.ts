import type { Change, ColumnChange } from './diff.ts';
import { isActionReference, isReference, isReferences, type Value } from './record.ts';

/** A plan as an operator reads it; the last line sums it up. */
export function renderPlan(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No changes.';
  return [...changes.map(renderChange), '', renderSummary(changes)].join('\n');
}

function renderSummary(changes: readonly Change[]): string {
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  return `Plan: ${count('create')} to create, ${count('update')} to update, ${count('replace')} to replace, ${count('delete')} to delete.`;
}

function renderChange(change: Change): string {
  if (change.kind === 'delete')
    return `- ${change.live.model.padEnd(26)} ${change.live.externalId} (no longer declared)`;
  const { model, address } = change.record;
  if (change.kind === 'create') return `+ ${model.padEnd(26)} ${address}`;
  const sign = change.kind === 'update' ? '~' : '±';
  return [`${sign} ${model.padEnd(26)} ${address}`, ...change.columns.map(renderColumn)].join('\n');
}

function renderColumn({ column, from, to }: ColumnChange): string {
  return `    ${column}: ${shorten(from)} → ${shorten(plain(to))}`;
}

function plain(value: Value): unknown {
  if (isReference(value)) return value.ref ?? false;
  if (isReferences(value)) return value.refs;
  if (isActionReference(value)) return value.action ?? false;
  return value;
}

const LONGEST = 70;

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
