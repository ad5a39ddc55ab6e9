import { definePersonal } from '../../schema/index.ts';
import { ImportRefusal } from './import-refusal.ts';

/** What was refused of somebody says what they said. */
export const personal = [definePersonal(ImportRefusal, { externalIds: ['x_external_id'], end: 'delete' })];
