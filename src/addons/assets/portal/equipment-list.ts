import { toOdooDate } from '../../../odoo/values.ts';
import { personName } from '../../../portal/person-name.ts';
import type { RecordListOptions } from '../../../portal/records/record-list.ts';
import type { Equipment } from '../models.ts';
import { dayOf, EQUIPMENT_PATH, linkName, ROW, stateOf, textOf } from './equipment-view.ts';

const DAY_MS = 86_400_000;
/** Days before its end that a warranty is said to end soon. */
const SOON_DAYS = 60;

const IN_USE = ['x_state', '!=', 'retired'] as const;

/** The customer’s equipment, in one call. */
export const equipmentList: RecordListOptions<typeof Equipment, typeof ROW> = {
  path: EQUIPMENT_PATH,
  title: 'equipment.title',
  empty: { title: 'equipment.empty.title', text: 'equipment.empty.text' },
  reads: ROW,
  columns: [
    { label: 'equipment.serial', place: 'reference', value: ({ serial_no }) => textOf(serial_no) },
    { label: 'equipment.name', place: 'subject', value: ({ name }) => name },
    {
      label: 'equipment.state',
      place: 'state',
      value: (row) => stateOf(row).words,
      tone: (row) => stateOf(row).tone,
    },
    { label: 'equipment.type', place: 'extra', value: ({ category_id }) => linkName(category_id) },
    { label: 'equipment.model', place: 'extra', value: ({ model }) => textOf(model) },
    {
      label: 'equipment.place',
      place: 'extra',
      value: ({ x_site_id, location }) =>
        [linkName(x_site_id), textOf(location)].filter(Boolean).join(', ') || undefined,
    },
    {
      label: 'equipment.custodian',
      place: 'extra',
      value: ({ x_custodian_id }) => (x_custodian_id ? personName(x_custodian_id.display_name) : undefined),
    },
    { label: 'equipment.warranty', place: 'extra', value: ({ warranty_date }) => dayOf(warranty_date) },
  ],
  filters: [
    { key: 'used', label: 'equipment.filter.used', domain: () => [IN_USE] },
    {
      key: 'down',
      label: 'equipment.filter.down',
      domain: () => [['x_state', 'in', ['broken', 'maintenance']]],
    },
    {
      key: 'warranty',
      label: 'equipment.filter.warranty',
      domain: (now) => [
        IN_USE,
        ['warranty_date', '>=', toOdooDate(now)],
        ['warranty_date', '<=', toOdooDate(new Date(now.getTime() + SOON_DAYS * DAY_MS))],
      ],
    },
    { key: 'retired', label: 'equipment.filter.retired', domain: () => [['x_state', '=', 'retired']] },
  ],
  search: [
    'name',
    'serial_no',
    'model',
    'location',
    'x_site_id.x_name',
    'x_custodian_id.name',
    'category_id.name',
  ],
  searchHint: 'equipment.search',
  sorts: [
    { key: 'name', label: 'equipment.name', order: 'name' },
    { key: 'serial', label: 'equipment.serial', order: 'serial_no' },
    { key: 'warranty', label: 'equipment.warranty', order: 'warranty_date' },
    { key: 'newest', label: 'list.sort.newest', order: 'create_date desc' },
  ],
};
