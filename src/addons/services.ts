import type { Registry } from 'prom-client';
import type { Clock } from '../lib/clock.ts';
import type { I18n } from '../lib/i18n.ts';
import type { Log } from '../lib/log.ts';
import type { Contribution } from '../lib/slot.ts';
import type { Files } from '../odoo/files.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { Config } from '../schema/index.ts';

/** What addons do their work with outside the portal: jobs, commands, doctor's checks. */
export interface Services {
  /** The service account. */
  readonly odoo: Odoo;
  /** Attachments, as streams, through the service account. */
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** What people read, in their languages. */
  readonly i18n: I18n;
  /** What the environment says; an addon finds its own by the part that it declared. */
  readonly settings: object;
  /** What the organisation decided; an addon finds its own by the part that it declared. */
  readonly config: Config;
  /** What addons hand to each other. */
  readonly contributions: readonly Contribution[];
  /** What `/metrics` shows. */
  readonly registry: Registry;
  /** Runs when the process is done with them. */
  onClose(close: () => void): void;
}

/**
 * Something live that several parts of an addon share, such as a connection: made when first asked for, once for
 * the same services, and closed with them.
 */
export function defineShared<T extends object>(
  make: (services: Services) => T,
  close?: (made: T) => void,
): (services: Services) => T {
  const known = new WeakMap<Services, T>();
  return (services) => {
    const found = known.get(services);
    if (found) return found;
    const made = make(services);
    known.set(services, made);
    if (close) services.onClose(() => close(made));
    return made;
  };
}
