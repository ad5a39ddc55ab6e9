import { readCode } from '../../schema/index.ts';

/**
 * `find_address(team, company)` for the beginning of an action's code: the address that mails of a team's tickets come from and
 * are answered to, with a name before it where somebody gave it one; '' where there is none at all.
 */
export const FIND_ADDRESS_PYTHON = readCode(import.meta.url, 'find-address');
