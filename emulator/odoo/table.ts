import type { Row, Stored } from './values.ts';

export type Table = ReturnType<typeof createTable>;

function toRow(values: readonly (readonly [string, Stored])[]): Row {
  const cells = new Map(values);
  return Object.assign(cells, { id: Number(cells.get('id')) });
}

/** The rows of one model. Every change is remembered for the undo log and kept in step with the indexes. */
export function createTable(remember: (undo: () => void) => void) {
  const rowsById = new Map<number, Row>();
  const indexes = new Map<string, Map<Stored, Set<number>>>();
  let lastId = 0;
  let version = 0;

  function indexRow(index: Map<Stored, Set<number>>, value: Stored, id: number) {
    const ids = index.get(value);
    if (ids) ids.add(id);
    else index.set(value, new Set([id]));
  }

  function indexOf(field: string): Map<Stored, Set<number>> {
    const known = indexes.get(field);
    if (known) return known;
    const index = new Map<Stored, Set<number>>();
    for (const row of rowsById.values()) indexRow(index, row.get(field) ?? false, row.id);
    indexes.set(field, index);
    return index;
  }

  function put(row: Row) {
    version++;
    rowsById.set(row.id, row);
    for (const [field, index] of indexes) indexRow(index, row.get(field) ?? false, row.id);
  }

  function drop(row: Row) {
    version++;
    rowsById.delete(row.id);
    for (const [field, index] of indexes) index.get(row.get(field) ?? false)?.delete(row.id);
  }

  function assign(row: Row, field: string, value: Stored) {
    version++;
    const index = indexes.get(field);
    if (index) {
      index.get(row.get(field) ?? false)?.delete(row.id);
      indexRow(index, value, row.id);
    }
    row.set(field, value);
  }

  /** By the index of the field that the fewest rows agree in. */
  function select(match: Readonly<Record<string, Stored>>, most: number): Row[] {
    const wanted = Object.entries(match);
    const found = wanted.map(([field, value]) => indexOf(field).get(value) ?? new Set<number>());
    const rows: Row[] = [];
    for (const id of found.reduce((fewest, ids) => (ids.size < fewest.size ? ids : fewest))) {
      const row = rowsById.get(id);
      if (row && wanted.every(([field, value]) => (row.get(field) ?? false) === value)) rows.push(row);
      if (rows.length === most) break;
    }
    return rows;
  }

  return {
    get size() {
      return rowsById.size;
    },
    /** Grows with every change, undone ones included: whoever caches what a table says compares it. */
    get version() {
      return version;
    },
    get: (id: number) => rowsById.get(id),
    has: (id: number) => rowsById.has(id),
    rows: () => rowsById.values(),
    /** The largest id that a row has had: ids are never given twice. */
    get lastId() {
      return lastId;
    },
    /** Of an empty table only. */
    restore(rows: readonly (readonly [string, Stored][])[], last: number): void {
      for (const values of rows) put(toRow(values));
      lastId = last;
    },
    insert(values: Iterable<readonly [string, Stored]>, id = lastId + 1): Row {
      lastId = Math.max(lastId, id);
      const row = toRow([...values, ['id', id]]);
      put(row);
      remember(() => drop(row));
      return row;
    },
    set(row: Row, field: string, value: Stored): void {
      const isFresh = !row.has(field);
      const before = row.get(field) ?? false;
      if (row.get(field) === value) return;
      assign(row, field, value);
      remember(() => {
        assign(row, field, before);
        // What was not there is so again, and no value: a list of nothing is another thing than False.
        if (isFresh) row.delete(field);
      });
    },
    remove(id: number): void {
      const row = rowsById.get(id);
      if (!row) return;
      drop(row);
      remember(() => put(row));
    },
    /** The rows whose fields hold exactly these values, in the order they came. */
    where: (match: Readonly<Record<string, Stored>>): Row[] => select(match, Number.POSITIVE_INFINITY),
    /** The first of them. */
    find: (match: Readonly<Record<string, Stored>>): Row | undefined => select(match, 1)[0],
  };
}
