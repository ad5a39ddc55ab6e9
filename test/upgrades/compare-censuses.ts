import { isDeepStrictEqual } from 'node:util';
import type { Census, CountedModel, Row } from './census.ts';
import { MOVED } from './moved.ts';

/** What an upgrade lost, changed or added though nobody asked for it: one line each, none where all is well. */
export function compareCensuses(before: Census, after: Census): readonly string[] {
  return [...before].flatMap(([model, old]) => {
    const now = after.get(model) ?? { columns: [], rows: new Map() };
    return [...lostIn(model, old, now, after), ...addedTo(model, old, now)];
  });
}

function lostIn(model: string, old: CountedModel, now: CountedModel, after: Census): readonly string[] {
  return [...old.rows].flatMap(([id, row]) => {
    const found = now.rows.get(id);
    if (found === undefined && hasValues(row)) return [`${model} ${id} is gone: ${JSON.stringify(row)}`];
    return old.columns.flatMap(({ name }) => {
      const [was, is] = [row[name], valueIn(model, name, id, now, after)];
      if (isDeepStrictEqual(was, is) || isMeant(model, name, was, is, old)) return [];
      return [`${model} ${id} ${name}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`];
    });
  });
}

const hasValues = (row: Row) => Object.values(row).some((value) => value !== false);

function valueIn(model: string, column: string, id: number, now: CountedModel, after: Census): unknown {
  const isThere = now.columns.some(({ name }) => name === column);
  const moved = MOVED.find(({ from }) => from.model === model && from.column === column);
  return isThere || moved === undefined ? now.rows.get(id)?.[column] : moved.find(id, after);
}

/** A new version may bring groups, and whoever is in one of before may be in those, too. */
function isMeant(model: string, column: string, was: unknown, is: unknown, old: CountedModel): boolean {
  if (model !== 'res.users' || column !== 'groups_id' || !Array.isArray(was) || !Array.isArray(is))
    return false;
  const newest = Math.max(
    ...[...old.rows.values()].flatMap(({ groups_id }) => (Array.isArray(groups_id) ? groups_id : [])),
  );
  return was.every((id) => is.includes(id)) && is.every((id) => was.includes(id) || id > newest);
}

/** External ids come with what is deployed. */
function addedTo(model: string, old: CountedModel, now: CountedModel): readonly string[] {
  if (model === 'ir.model.data') return [];
  const added = [...now.rows].filter(([id]) => !old.rows.has(id));
  return added.map(([id, row]) => `${model} ${id} is new: ${JSON.stringify(row)}`);
}
