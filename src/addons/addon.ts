import type { AddonDeclaration } from '../schema/index.ts';

/** An addon as the product sees it: what it declares in Odoo, and what it serves. */
export interface Addon {
  readonly declaration: AddonDeclaration;
}
