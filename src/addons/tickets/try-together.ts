import { readCode } from '../../schema/index.ts';

/**
 * `try_together(ids, work, done, refused)`: what is done to many, all or nothing for each of them, and as few at a time as it
 * has to be. Python in Odoo imports nothing: a script begins with it.
 */
export const TRY_TOGETHER_PYTHON = readCode(import.meta.url, 'try-together');
