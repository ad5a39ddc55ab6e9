import { nested } from '../../../odoo/specification.ts';
import { type TicketField, ticketField } from '../../tickets/slots/ticket-field.ts';
import { EQUIPMENT_LIMITS } from '../limits.ts';
import { AssetTicket, Equipment } from '../models.ts';
import { titleOf } from './equipment-view.ts';

/** The equipment that a ticket is about; the ticket’s page has links to it instead, see the panel. */
export function equipmentField({ onForm }: { readonly onForm: boolean }): TicketField {
  return ticketField(AssetTicket, {
    key: 'equipment',
    label: 'equipment.title',
    reads: { x_equipment_ids: nested(Equipment, { display_name: {} }) },
    value: ({ x_equipment_ids: pieces }) =>
      pieces.map(({ display_name }) => display_name).join(', ') || undefined,
    in: onForm ? ['csv', 'form'] : ['csv'],
    form: {
      kind: 'select',
      column: 'x_equipment_ids/.id',
      none: 'equipment.none',
      error: 'equipment.gone',
      subject: 'equipment.issue',
      async options(_service, { reader, chosen }) {
        const named = /^[1-9]\d{0,8}$/.test(chosen) ? [Number(chosen)] : [];
        const fields = ['name', 'serial_no'] as const;
        const pieces = reader.model(Equipment);
        const [found, own] = await Promise.all([
          pieces.searchRead([['x_state', '!=', 'retired']], {
            fields,
            order: 'name, id',
            limit: EQUIPMENT_LIMITS.onForm,
          }),
          // Asked for by its number it may be beyond those.
          pieces.searchRead([['id', 'in', named]], { fields }),
        ]);
        const rows = new Map([...found, ...own].map((row) => [row.id, row]));
        return [...rows.values()].map((row) => ({
          value: String(row.id),
          name: titleOf(row),
          subject: row.name,
        }));
      },
    },
  });
}
