import { createTable, type Table } from './table.ts';

/** All rows of one database, with an undo log: a call that fails leaves nothing behind. */
export interface Store {
  table(model: string): Table;
  /** A point that `rollback` can return to. */
  savepoint(): number;
  rollback(savepoint: number): void;
  commit(): void;
}

export function createStore(): Store {
  const tables = new Map<string, Table>();
  let undoLog: (() => void)[] = [];
  const remember = (undo: () => void) => {
    undoLog.push(undo);
  };

  return {
    table(model) {
      const known = tables.get(model);
      if (known) return known;
      const table = createTable(remember);
      tables.set(model, table);
      return table;
    },
    savepoint: () => undoLog.length,
    rollback(savepoint) {
      for (let position = undoLog.length - 1; position >= savepoint; position--) undoLog[position]?.();
      undoLog.length = savepoint;
    },
    commit() {
      undoLog = [];
    },
  };
}
