import type { ZammadData, ZammadGroup, ZammadPriority, ZammadState } from './types.ts';

/** The rows that a change touched, so that a copy of them (in SQL) can follow. */
export interface Change {
  readonly kind: 'ticket' | 'user' | 'organization' | 'group' | 'state' | 'priority';
  readonly id: number;
}

/** The data with all that was left out. */
export interface StoredData extends Required<Omit<ZammadData, 'crowd'>>, Pick<ZammadData, 'crowd'> {
  readonly groups: ZammadGroup[];
  readonly states: ZammadState[];
  readonly priorities: ZammadPriority[];
}
