import { priorities, states } from '../../lookups.ts';
import type { ZammadData } from '../../types.ts';

/** Nested, inactive and renamed groups; states and priorities that an administrator added; custom attributes. */
export function createTroubledLookups(): Pick<ZammadData, 'groups' | 'states' | 'priorities' | 'attributes'> {
  return {
    groups: [
      { id: 1, name: 'Users' },
      { id: 2, name: 'Support' },
      { id: 3, name: 'Support::2nd Level', parent_id: 2 },
      { id: 4, name: 'Support::2nd Level::Kassen & Waagen', parent_id: 3 },
      { id: 5, name: 'Closed branch', active: false },
    ],
    states: [
      ...states.map((state) => (state.id === 3 ? { ...state, name: 'waiting for customer' } : state)),
      { id: 8, name: 'Warten auf Lieferant', state_type_id: 3, state_type: 'pending reminder', active: true },
      { id: 9, name: 'erledigt', state_type_id: 5, state_type: 'closed', active: true },
      { id: 10, name: 'on the shelf', state_type_id: 2, state_type: 'open', active: false },
    ],
    priorities: [
      ...priorities,
      { id: 4, name: '4 urgent', active: true },
      { id: 5, name: 'Chefsache', active: true },
      { id: 6, name: '0 whenever', active: false },
    ],
    attributes: [
      {
        name: 'product_line',
        display: 'Product line',
        type: 'select',
        options: { till: 'Till systems', scale: 'Scales' },
      },
      {
        name: 'affected_modules',
        display: 'Affected modules',
        type: 'multiselect',
        options: { a: 'Module A', b: 'Module B' },
      },
      { name: 'go_live_on', display: 'Go live', type: 'date' },
      { name: 'visit_at', display: 'Visit', type: 'datetime' },
      { name: 'is_billable', display: 'Billable', type: 'boolean' },
      { name: 'contract_number', display: 'Contract', type: 'input' },
      { name: 'copies', display: 'Copies', type: 'integer' },
    ],
  };
}
