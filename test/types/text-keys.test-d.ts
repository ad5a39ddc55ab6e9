import type { PortalKey } from '../../src/lib/text-key.ts';
import { phrase } from '../../src/lib/texts.ts';

/** Keys of texts are checked by the compiler, plurals by what they have in common. */
export const title: PortalKey = 'tickets.title';
export const plural: PortalKey = 'form.errors';
// @ts-expect-error: no such text
export const misspelt: PortalKey = 'tickets.titel';

export const told = phrase('http.timeout', { url: 'https://erp.example.com' });
// @ts-expect-error: no such phrase
export const untold = phrase('http.timeot');
