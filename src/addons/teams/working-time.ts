import { readCode } from '../../schema/index.ts';

/** Functions of actions that ask when people are at work: `find_hours` and `find_leaves`. */
export const WORKING_TIME_PYTHON = readCode(import.meta.url, 'working-time');
