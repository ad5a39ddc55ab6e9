import { OdooFault } from '../faults.ts';
import type { Engine } from '../model.ts';

export interface LoginThrottle {
  /** Throws while the address has to wait; afterwards counts the outcome of the attempt. */
  attempt<T>(address: string, login: () => T): T;
}

interface Failures {
  readonly count: number;
  readonly last: number;
}

/** Failed logins are counted by client address; after so many, further ones are not even tried for a while. */
export function createLoginThrottle(engine: Engine): LoginThrottle {
  const failures = new Map<string, Failures>();
  const parameter = (key: string, fallback: number) => {
    const row = engine.store.table('ir.config_parameter').find({ key });
    return Number(row?.get('value') ?? fallback);
  };

  function mustWait(address: string): boolean {
    const known = failures.get(address);
    const limit = parameter('base.login_cooldown_after', 5);
    if (!known || limit === 0 || known.count < limit) return false;
    return engine.clock().getTime() - known.last < parameter('base.login_cooldown_duration', 60) * 1000;
  }

  return {
    attempt(address, login) {
      if (mustWait(address)) {
        throw new OdooFault(
          'odoo.exceptions.AccessDenied',
          'Too many login failures, please wait a bit before trying again.',
        );
      }
      try {
        const result = login();
        failures.delete(address);
        return result;
      } catch (error) {
        const count = (failures.get(address)?.count ?? 0) + 1;
        failures.set(address, { count, last: engine.clock().getTime() });
        throw error;
      }
    },
  };
}
