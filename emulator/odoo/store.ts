import { createTable, type Table } from './table.ts';

export type Store = ReturnType<typeof createStore>;

/** All rows of one database, with an undo log: a call that fails leaves nothing behind. */
export function createStore() {
  const tables = new Map<string, Table>();
  let undoLog: (() => void)[] = [];
  const remember = (undo: () => void) => {
    undoLog.push(undo);
  };

  return {
    table(model: string): Table {
      const known = tables.get(model);
      if (known) return known;
      const table = createTable(remember);
      tables.set(model, table);
      return table;
    },
    /** A point that `rollback` can return to. */
    savepoint: () => undoLog.length,
    rollback(savepoint: number): void {
      for (let position = undoLog.length - 1; position >= savepoint; position--) undoLog[position]?.();
      undoLog.length = savepoint;
    },
    commit(): void {
      undoLog = [];
    },
  };
}
