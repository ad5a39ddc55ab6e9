import { findText } from '../../../odoo/found-values.ts';
import type { Specification, WebRow } from '../../../odoo/specification.ts';
import type { Tone } from '../../../portal/records/record-list.ts';
import type { Shown } from '../../../portal/shown.ts';
import type { Equipment, STATES } from '../models.ts';

export const EQUIPMENT_PATH = '/my/equipment';

export type EquipmentState = keyof typeof STATES;

const LINK = { fields: { display_name: {} } } as const;

/** What customers read of a piece: never what it cost, nor what technicians note of it. */
export const ROW = {
  name: {},
  serial_no: {},
  model: {},
  category_id: LINK,
  x_site_id: LINK,
  location: {},
  x_custodian_id: LINK,
  x_partner_id: LINK,
  x_state: {},
  warranty_date: {},
  x_purchased_on: {},
} as const satisfies Specification<typeof Equipment>;

export type EquipmentRow = WebRow<typeof Equipment, typeof ROW>;

const LIFE: Readonly<Record<EquipmentState, { readonly words: Shown; readonly tone: Tone }>> = {
  working: { words: { key: 'equipment.state.working' }, tone: 'success' },
  maintenance: { words: { key: 'equipment.state.maintenance' }, tone: 'warning' },
  broken: { words: { key: 'equipment.state.broken' }, tone: 'danger' },
  retired: { words: { key: 'equipment.state.retired' }, tone: 'neutral' },
};

/** The state as a badge; one that somebody added in Odoo by its own name. */
export function stateOf({ x_state }: Pick<EquipmentRow, 'x_state'>) {
  const known = x_state === false ? undefined : LIFE[x_state];
  return known ?? { words: findText(x_state), tone: 'neutral' as const };
}

/** What a piece is called where there is one line for it. */
export function titleOf({ name, serial_no }: Pick<EquipmentRow, 'name' | 'serial_no'>): string {
  return serial_no ? `${findText(name)} (${serial_no})` : findText(name);
}

export const linkName = (link: { readonly display_name: string } | false): string | undefined =>
  link ? link.display_name : undefined;

export const textOf = (value: string | false): string | undefined => value || undefined;

export const dayOf = (value: string | false): Shown | undefined => (value ? { day: value } : undefined);
