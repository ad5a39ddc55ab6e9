import { addons } from '../../src/addons/index.ts';
import type { AddonDeclaration } from '../../src/schema/index.ts';

const FEW = ['jobs', 'outbox', 'tickets', 'teams'];

/**
 * What is there where the deployer itself is tried, whatever the product brings: on a real Odoo all, since that has it
 * already and would lose it, else as few addons as a deployment can be made of.
 */
export const engineDeclarations: readonly AddonDeclaration[] = addons
  .map(({ declaration }) => declaration)
  .filter(({ name }) => process.env.TEST_BACKEND === 'live' || FEW.includes(name));
