import { findText } from '../../odoo/found-values.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { FormOption } from '../tickets/slots/form-input.ts';
import { type TicketField, ticketField } from '../tickets/slots/ticket-field.ts';
import { Category, CategoryTicket } from './models.ts';

const BETWEEN = ' › ';

/** What a ticket is about. Customers read it, and choose it on the form where the organisation wants that. */
export function categoryField({ onForm }: { readonly onForm: boolean }): TicketField {
  return ticketField(CategoryTicket, {
    key: 'category',
    label: 'ticket.category',
    reads: { x_category_id: { fields: { display_name: {} } } },
    value: ({ x_category_id: category }) => (category ? category.display_name : undefined),
    in: ['details', 'group', 'filter', 'csv', ...(onForm ? (['form'] as const) : [])],
    order: 'x_category_id',
    none: 'list.group.noCategory',
    filter: {
      of: ({ x_category_id: category }) => (category ? category.id : undefined),
      domain: (value) => (/^[1-9]\d{0,8}$/.test(value) ? [['x_category_id', '=', Number(value)]] : undefined),
    },
    form: {
      kind: 'select',
      column: 'x_category_id/.id',
      none: 'ticket.category.none',
      error: 'ticket.error.category',
      options: readOptions,
    },
  });
}

/** In the order of the tree, each with its groups; of a group that holds something only what it holds. */
async function readOptions(service: Odoo): Promise<readonly FormOption[]> {
  const rows = await service
    .model(Category)
    .searchRead([['x_is_public', '=', true]], { fields: ['x_name', 'x_parent_id'] });
  const known = new Set(rows.map(({ id }) => id));
  const childrenOf = (parent: number | undefined) =>
    // What stands under a group that is not offered stands alone.
    rows.filter(({ x_parent_id: of }) => (of && known.has(of[0]) ? of[0] : undefined) === parent);
  const optionsIn = (parent: number | undefined, names: readonly string[]): readonly FormOption[] =>
    childrenOf(parent).flatMap(({ id, x_name }) => {
      const path = [...names, findText(x_name) || `#${id}`];
      const inner = optionsIn(id, path);
      return inner.length > 0 ? inner : [{ value: String(id), name: path.join(BETWEEN) }];
    });
  return optionsIn(undefined, []);
}
