import { Partner } from '../../../odoo/builtin-models.ts';
import type { Odoo, Reads } from '../../../odoo/model-api.ts';
import type { ModelShape } from '../../../odoo/model-shape.ts';
import { nested } from '../../../odoo/specification.ts';
import { Ticket } from '../models.ts';

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
  return records.map(({ partner_id: { id, name, email_normalized: email, commercial_partner_id } }) => {
    const isColleague = commercial_partner_id === companyId;
    return { partnerId: id, name: (isColleague && name) || email || '?', email: email || '' };
  });
}

/**
 * Puts an address in copy: a colleague who has it, else whoever has it outside, else somebody new. Nobody’s data is
 * changed, and the answer is the same in each case, so that nobody learns whom the help desk knows.
 */
export async function addFollower(
  service: Odoo,
  ticketId: number,
  companyId: number,
  email: string,
): Promise<void> {
  const partners = service.model(Partner);
  const known = await partners.searchRead([['email_normalized', '=', email]], {
    fields: ['commercial_partner_id'],
    order: 'id',
  });
  const colleague = known.find(
    ({ commercial_partner_id }) => commercial_partner_id && commercial_partner_id[0] === companyId,
  );
  const id = (colleague ?? known[0])?.id ?? (await partners.create([{ name: email, email }]))[0];
  await service.call(Ticket.name, 'message_subscribe', [[ticketId], [id]], {}, { retry: true });
}

/** The company of a person, whose people are each other’s colleagues. */
export async function readCompanyId(reads: Reads, partnerId: number): Promise<number> {
  const [partner] = await reads
    .model(Partner)
    .searchRead([['id', '=', partnerId]], { fields: ['commercial_partner_id'] });
  return partner?.commercial_partner_id ? partner.commercial_partner_id[0] : partnerId;
}
