import { readYaml } from './data/read-yaml.ts';
import type { ZammadData } from './types.ts';

/** The seeds of every Zammad: ids are fixed, names can be changed by an administrator, types cannot. */
export const { states, priorities, groups } =
  readYaml<Pick<ZammadData, 'states' | 'priorities' | 'groups'>>('lookups.yaml');

export const senders = { Agent: 1, Customer: 2, System: 3 } as const;

export const articleTypes = { email: 1, sms: 2, chat: 3, phone: 5, note: 10, web: 11 } as const;

export type ArticleTypeName = keyof typeof articleTypes;

/** Row 1 of every Zammad's users: owner of what nobody owns, author of what triggers write. */
export const systemUserId = 1;
