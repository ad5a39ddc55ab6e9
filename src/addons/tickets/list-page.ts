import { notFound } from '../../portal/errors.ts';
import { findPageNumber, mapPagination } from '../../portal/pagination.ts';
import { page, type Reply, redirect } from '../../portal/reply.ts';
import type { CustomerRequest } from '../../portal/route.ts';
import { Ticket } from './models.ts';
import { mapTicketRow, ROW } from './ticket-view.ts';

const PAGE_SIZE = 20;

/** The tickets of the customer's company, newest first: one call to Odoo. */
export async function listPage({ odoo, params }: CustomerRequest): Promise<Reply> {
  const number = findPageNumber(params.page);
  if (number === undefined) throw notFound();

  const { length, records } = await odoo.model(Ticket).webSearchRead([], {
    specification: ROW,
    order: 'x_opened_at desc, id desc',
    limit: PAGE_SIZE,
    offset: (number - 1) * PAGE_SIZE,
  });
  // A bookmark may outlive the page it points at; Odoo counts nothing where it finds nothing.
  if (records.length === 0 && number > 1) return redirect(hrefOf(1));

  return page('tickets/list', {
    tickets: records.map(mapTicketRow),
    pagination: mapPagination({ page: number, pageSize: PAGE_SIZE, total: length, href: hrefOf }),
  });
}

function hrefOf(number: number): string {
  return number === 1 ? '/my/tickets' : `/my/tickets/page/${number}`;
}
