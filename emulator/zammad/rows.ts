/** Ids come from a sequence: they rise, and those of deleted rows never come back. A wanted id is taken as it is. */
export function createIds(taken: readonly number[]): (wanted?: number) => number {
  let last = taken.reduce((highest, id) => Math.max(highest, id), 0);
  return (wanted = last + 1) => {
    last = Math.max(last, wanted);
    return wanted;
  };
}

export function getRow<Row>(rows: ReadonlyMap<number, Row>, id: number, kind: string): Row {
  const row = rows.get(id);
  if (!row) throw new Error(`Couldn't find ${kind} with 'id'=${id}`);
  return row;
}

export function removeWhere<Row>(rows: Row[], isGone: (row: Row) => boolean): void {
  const kept = rows.filter((row) => !isGone(row));
  if (kept.length === rows.length) return;
  rows.length = 0;
  for (const row of kept) rows.push(row);
}
