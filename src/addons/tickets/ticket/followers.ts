import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineAskedAction } from '../../../actions/asked-action.ts';
import { Partner } from '../../../odoo/builtin-models.ts';
import { findLink, findText } from '../../../odoo/found-values.ts';
import type { Odoo, Reads } from '../../../odoo/model-api.ts';
import type { ModelShape } from '../../../odoo/model-shape.ts';
import { nested } from '../../../odoo/specification.ts';
import { readCode } from '../../../schema/index.ts';
import { TICKET_LIMITS } from '../limits.ts';
import { Ticket } from '../models.ts';
import { createAskOnce, PORTAL_MODULE } from '../once-action.ts';

const Follower = {
  name: 'mail.followers',
  fields: {
    res_model: { type: 'char', required: true },
    res_id: { type: 'many2one_reference' },
    partner_id: { type: 'many2one', relation: 'res.partner', required: true },
  },
} as const satisfies ModelShape;

export interface FollowerView {
  readonly partnerId: number;
  /** A colleague’s name; of anybody else no more than the address that a customer has typed. */
  readonly name: string;
  readonly email: string;
}

/** Who is in copy of a ticket, the help desk’s own people aside. */
export async function readFollowers(
  reads: Reads,
  ticketId: number,
  readersCompany: number | Promise<number>,
): Promise<readonly FollowerView[]> {
  const asked = reads.model(Follower).webSearchRead(
    [
      ['res_model', '=', Ticket.name],
      ['res_id', '=', ticketId],
      ['partner_id.partner_share', '=', true],
    ],
    {
      specification: {
        partner_id: nested(Partner, { name: {}, email_normalized: {}, commercial_partner_id: {} }),
      },
      order: 'id',
    },
  );
  const [{ records }, companyId] = await Promise.all([asked, readersCompany]);
  // The normalized address: the one on record may stand beside a name.
  return records.flatMap(({ partner_id: partner }) => {
    if (!findLink(partner)) return [];
    const { id, name, email_normalized, commercial_partner_id } = partner;
    const email = findText(email_normalized);
    const isColleague = commercial_partner_id === companyId;
    return [{ partnerId: id, name: (isColleague && findText(name)) || email || '?', email }];
  });
}

/**
 * Puts an address in copy: a colleague who has it, else whoever has it outside and no login, else somebody new. Who has a
 * login may give themselves any address, and would take the mails along with the next one. Nobody’s data is changed.
 */
export const copyInAction = defineAskedAction({
  id: 'action_copy_in',
  label: 'Support tickets: put an address in copy',
  model: 'x_support.ticket',
  asked: 'supportdesk_copy',
  code: (asked) =>
    readCode(import.meta.url, 'copy-in', {
      asked,
      module: PORTAL_MODULE,
      most_followers: String(TICKET_LIMITS.people),
      most_new: String(TICKET_LIMITS.newPeople),
    }),
  answer: z.object({ refused: z.enum(['staff', 'many', 'new']).or(z.literal(false)) }),
});

/** Why an address is not put in copy: the help desk’s own, too many on the ticket, too many new ones today. */
export type CopyRefusal = 'staff' | 'many' | 'new';

export interface Copied {
  readonly ticketId: number;
  /** Of whose colleagues the address may be. */
  readonly customerId: number;
  /** In lower case. */
  readonly email: string;
}

/** One call. Answers the same for whomever the help desk knows outside, so that nobody learns whom. */
export function createCopyIn(): (service: Odoo, copied: Copied) => Promise<CopyRefusal | undefined> {
  const copyIn = createAskOnce(copyInAction);

  return async (service, { ticketId, customerId, email }) => {
    const digest = createHash('sha256').update(email).digest('hex').slice(0, 24);
    const { refused } = await copyIn(service, { ticket: ticketId, customer: customerId, email, digest });
    return refused || undefined;
  };
}

/** The company of a person, whose people are each other’s colleagues. */
export async function readCompanyId(reads: Reads, partnerId: number): Promise<number> {
  const [partner] = await reads
    .model(Partner)
    .searchRead([['id', '=', partnerId]], { fields: ['commercial_partner_id'] });
  return findLink(partner?.commercial_partner_id)?.id ?? partnerId;
}
