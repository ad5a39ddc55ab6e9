import { defineSlot } from '../../lib/slot.ts';
import { defineShared, type Services } from '../services.ts';
import type { Importer } from './importer.ts';

/** A kind of system that records are imported from. */
export interface Connector {
  /** As people call it. */
  readonly name: string;
  /** What to do where no source of it, or none of that name, is set up. */
  readonly help: string;
  /** The sources that the settings name. */
  create(services: Services): readonly Importer[];
}

/** Where addons put the systems that they import from. */
export const connectors = defineSlot<Connector>('connectors');

/** Every source that the settings name, whatever system it is. */
export const importersOf = defineShared(
  (services) => connectors.of(services.contributions).flatMap((connector) => connector.create(services)),
  (importers) => {
    for (const importer of importers) importer.close();
  },
);
