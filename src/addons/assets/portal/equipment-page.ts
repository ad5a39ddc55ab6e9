import { findMoment, findText } from '../../../odoo/found-values.ts';
import { toOdooDate } from '../../../odoo/values.ts';
import { notFound } from '../../../portal/errors.ts';
import { personName } from '../../../portal/person-name.ts';
import { page, type Reply } from '../../../portal/reply.ts';
import type { CustomerRequest, PortalServices } from '../../../portal/route.ts';
import type { Shown } from '../../../portal/shown.ts';
import { findTicketId as findId } from '../../tickets/ticket/find-ticket.ts';
import { mapMeaning, ticketPath } from '../../tickets/ticket-view.ts';
import { EQUIPMENT_LIMITS } from '../limits.ts';
import { AssetTicket, Equipment } from '../models.ts';
import {
  dayOf,
  EQUIPMENT_PATH,
  type EquipmentRow,
  linkName,
  ROW,
  stateOf,
  textOf,
  titleOf,
} from './equipment-view.ts';

/** Of a status that somebody added in Odoo. */
const PLAIN_LABEL = Object.assign((_field: unknown, value: unknown) => findText(value) || '–', {
  statusOf: () => undefined,
});

/** One piece with its tickets, as far as the customer sees them: one call. */
export async function equipmentPage(
  { reader, params }: CustomerRequest,
  { clock }: Pick<PortalServices, 'clock'>,
): Promise<Reply> {
  const id = findId(params.id);
  if (id === undefined) throw notFound();
  const [{ records }, tickets] = await Promise.all([
    reader.model(Equipment).webSearchRead([['id', '=', id]], { specification: ROW, limit: 1 }),
    reader.model(AssetTicket).searchRead([['x_equipment_ids', 'in', [id]]], {
      fields: ['x_name', 'x_ticket_ref', 'x_state', 'x_opened_at'],
      order: 'x_opened_at desc, id desc',
      limit: EQUIPMENT_LIMITS.tickets,
    }),
  ]);
  const [row] = records;
  if (!row) throw notFound();
  const title = titleOf(row);
  return page('assets/equipment', {
    title,
    listHref: EQUIPMENT_PATH,
    state: stateOf(row),
    facts: factsOf(row, toOdooDate(clock.now())),
    reportHref: row.x_state === 'retired' ? undefined : reportPath(id),
    tickets: tickets.map((ticket) => ({
      href: ticketPath(ticket.id),
      reference: textOf(ticket.x_ticket_ref) ?? `#${ticket.id}`,
      subject: findText(ticket.x_name),
      openedAt: findMoment(ticket.x_opened_at),
      state: mapMeaning(ticket.x_state, PLAIN_LABEL),
    })),
  });
}

/** The form for a new ticket with the piece chosen. */
const reportPath = (id: number): string => `/my/tickets/new?equipment=${id}`;

function factsOf(row: EquipmentRow, today: string): readonly { label: Shown; value: Shown }[] {
  const facts: readonly (readonly [Shown, Shown | undefined])[] = [
    [{ key: 'equipment.serial' }, textOf(row.serial_no)],
    [{ key: 'equipment.type' }, linkName(row.category_id)],
    [{ key: 'equipment.model' }, textOf(row.model)],
    [{ key: 'equipment.site' }, linkName(row.x_site_id)],
    [{ key: 'equipment.place' }, textOf(row.location)],
    [
      { key: 'equipment.custodian' },
      row.x_custodian_id ? personName(row.x_custodian_id.display_name) : undefined,
    ],
    [{ key: 'equipment.purchased' }, dayOf(row.x_purchased_on)],
    [
      {
        key:
          row.warranty_date && row.warranty_date < today ? 'equipment.warrantyEnded' : 'equipment.warranty',
      },
      dayOf(row.warranty_date),
    ],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
