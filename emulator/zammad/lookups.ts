import type { ZammadGroup, ZammadPriority, ZammadState } from './types.ts';

/** The seeds of every Zammad: ids are fixed, names can be changed by an administrator, types cannot. */
export const states: readonly ZammadState[] = [
  { id: 1, name: 'new', state_type_id: 1, state_type: 'new', active: true },
  { id: 2, name: 'open', state_type_id: 2, state_type: 'open', active: true },
  { id: 3, name: 'pending reminder', state_type_id: 3, state_type: 'pending reminder', active: true },
  { id: 4, name: 'closed', state_type_id: 5, state_type: 'closed', active: true },
  { id: 5, name: 'merged', state_type_id: 6, state_type: 'merged', active: true },
  { id: 6, name: 'removed', state_type_id: 7, state_type: 'removed', active: false },
  { id: 7, name: 'pending close', state_type_id: 4, state_type: 'pending action', active: true },
];

export const priorities: readonly ZammadPriority[] = [
  { id: 1, name: '1 low', active: true },
  { id: 2, name: '2 normal', active: true },
  { id: 3, name: '3 high', active: true },
];

export const groups: readonly ZammadGroup[] = [
  { id: 1, name: 'Users' },
  { id: 2, name: 'Service Desk' },
  { id: 3, name: 'Field Service' },
];

export const senders = { Agent: 1, Customer: 2, System: 3 } as const;

export const articleTypes = { email: 1, sms: 2, chat: 3, phone: 5, note: 10, web: 11 } as const;

export type ArticleTypeName = keyof typeof articleTypes;

/** Row 1 of every Zammad's users: owner of what nobody owns, author of what triggers write. */
export const systemUserId = 1;
