import { findAllowedModels } from './access/access-lines.ts';
import { checkAccess } from './access/check-access.ts';
import { combineRuleDomains, findRuleRows } from './access/record-rules.ts';
import { automationObserver } from './automation/observer.ts';
import { behaviours } from './behaviours/index.ts';
import { threadObserver } from './mail/thread-observer.ts';
import { callMethod, findMethod } from './methods/call-method.ts';
import type { Engine, Operation } from './model.ts';
import { builtinModels } from './models/index.ts';
import { createRows } from './orm/create.ts';
import { searchRows } from './orm/search.ts';
import { unlinkRows } from './orm/unlink.ts';
import { writeRows } from './orm/write.ts';
import { compileCompute } from './python/compile-compute.ts';
import { createRegistry } from './registry.ts';
import { seedDatabase } from './seeds/seed-database.ts';
import { createStore } from './store.ts';

export interface EngineOptions {
  readonly database: string;
  readonly adminPassword: string;
  readonly clock: () => Date;
  /** Of another database, which this one is to be a copy of; its passwords come along. */
  readonly backup?: Uint8Array | undefined;
}

/** A database as it is after Odoo's installation, and all that answers calls to it. */
export function createEngine(options: EngineOptions): Engine {
  const store = createStore();
  const registry = createRegistry({ store, builtins: builtinModels, behaviours, compileCompute });
  const allowed = new Map<string, ReadonlySet<string>>();
  let begun: Date | undefined;
  const engine: Engine = {
    store,
    clock: options.clock,
    transactionTime() {
      begun ??= options.clock();
      return begun;
    },
    beforeCommit() {
      for (let next = engine.precommit.shift(); next; next = engine.precommit.shift()) next();
    },
    endTransaction() {
      begun = undefined;
      engine.precommit.length = 0;
      engine.trackingAuthors.clear();
      engine.transactionData.clear();
    },
    trackingAuthors: new Map(),
    transactionData: new Map(),
    precommit: [],
    database: options.database,
    ...registry,
    parsed: new Map(),
    observers: [threadObserver, automationObserver],
    orm: {
      create: createRows,
      write: writeRows,
      unlink: unlinkRows,
      search: searchRows,
      findRules: findRuleRows,
      checkAccess,
      combineRules: combineRuleDomains,
      findMethod,
      call: callMethod,
    },
    allowedModels(uid: number, operation: Operation) {
      const key = `${uid} ${operation}`;
      const known = allowed.get(key);
      if (known) return known;
      const found = findAllowedModels(engine, uid, operation);
      allowed.set(key, found);
      return found;
    },
    clearCaches: () => allowed.clear(),
  };
  if (options.backup) store.restore(options.backup);
  else seedDatabase(engine, options.adminPassword);
  store.commit();
  engine.endTransaction();
  return engine;
}
