import type { PortalKey, ServiceKey } from '../../src/lib/text-key.ts';

/** Keys of texts are checked by the compiler, plurals by what they have in common. */
export const title: PortalKey = 'tickets.title';
export const plural: PortalKey = 'form.errors';
// @ts-expect-error: no such text
export const misspelt: PortalKey = 'tickets.titel';
// @ts-expect-error: a text of the portal is not for Odoo
export const misplaced: ServiceKey = 'tickets.title';
