import { deserialize, serialize } from 'node:v8';
import { createTable, type Table } from './table.ts';
import type { Stored } from './values.ts';

/** Of each model its name, the largest id so far, and its rows. */
type Backup = readonly (readonly [string, number, readonly (readonly [string, Stored][])[]])[];

export type Store = ReturnType<typeof createStore>;

/** All rows of one database, with an undo log: a call that fails leaves nothing behind. */
export function createStore() {
  const tables = new Map<string, Table>();
  let undoLog: (() => void)[] = [];
  const remember = (undo: () => void) => {
    undoLog.push(undo);
  };

  function tableOf(model: string): Table {
    const known = tables.get(model);
    if (known) return known;
    const table = createTable(remember);
    tables.set(model, table);
    return table;
  }

  return {
    table: tableOf,
    /** A point that `rollback` can return to. */
    savepoint: () => undoLog.length,
    rollback(savepoint: number): void {
      for (let position = undoLog.length - 1; position >= savepoint; position--) undoLog[position]?.();
      undoLog.length = savepoint;
    },
    commit(): void {
      undoLog = [];
    },
    /** All rows, to begin another database with. */
    backup(): Uint8Array {
      const contents: Backup = [...tables].map(([model, table]) => [
        model,
        table.lastId,
        [...table.rows()].map((row) => [...row]),
      ]);
      return serialize(contents);
    },
    /** Into an empty store. */
    restore(backup: Uint8Array): void {
      const contents: Backup = deserialize(backup);
      for (const [model, lastId, rows] of contents) tableOf(model).restore(rows, lastId);
    },
  };
}
