import { z } from 'zod';
import { Ticket } from '../../../src/addons/tickets/models.ts';
import type { Odoo } from '../../../src/odoo/model-api.ts';

/** Takes down what Odoo holds: of everybody, or what hangs on certain tickets. */
export type Digest = (tickets?: readonly number[]) => Promise<Readonly<Record<string, unknown>>>;

const Names = z.array(z.object({ model: z.string() }));
const Fields = z.record(
  z.string(),
  z.object({ type: z.string(), relation: z.string().optional(), store: z.boolean().optional() }),
);

interface Link {
  readonly name: string;
  readonly relation: string;
}

/** What Odoo itself keeps about records of any model: by which fields it finds them, and what of it counts. */
const HANGING = [
  ['mail.message', 'model', 'res_id', ['body', 'is_internal', 'author_id', 'attachment_ids']],
  ['mail.followers', 'res_model', 'res_id', ['partner_id']],
  ['mail.activity', 'res_model', 'res_id', ['summary', 'note']],
  ['rating.rating', 'res_model', 'res_id', ['rating', 'feedback', 'consumed']],
  ['ir.attachment', 'res_model', 'res_id', ['name', 'file_size']],
] as const;

/** Every stored field of every model of ours, whatever addon brought it; and what Odoo keeps about their records. */
export async function createDigest(odoo: Odoo): Promise<Digest> {
  const models = Names.parse(
    await odoo.call('ir.model', 'search_read', [[['model', '=like', 'x\\_%']], ['model']]),
  );
  const ours = await Promise.all(
    models.map(async ({ model }) => {
      const fields = Object.entries(
        Fields.parse(await odoo.call(model, 'fields_get', [[], ['type', 'relation', 'store']])),
      );
      return {
        model,
        stored: fields.flatMap(([name, { store }]) => (store === false ? [] : [name])),
        links: fields.flatMap(([name, { type, relation }]) =>
          type === 'many2one' && relation !== undefined ? [{ name, relation }] : [],
        ),
      };
    }),
  );
  const linksTo = (links: readonly Link[], wanted: string) =>
    links.filter(({ relation }) => relation === wanted).map(({ name }) => name);
  const ofTickets = new Map(ours.map(({ model, links }) => [model, linksTo(links, Ticket.name)]));
  /** To tickets, or else to what hangs on one itself. */
  const waysOf = ({ model, links }: { readonly model: string; readonly links: readonly Link[] }) => {
    const direct = ofTickets.get(model) ?? [];
    if (direct.length > 0) return direct;
    return links.flatMap(({ name, relation }) =>
      (ofTickets.get(relation) ?? []).map((link) => `${name}.${link}`),
    );
  };

  return async (tickets) => {
    const read = async (model: string, domain: readonly unknown[], fields: readonly string[]) =>
      [model, await odoo.call(model, 'search_read', [domain, fields], { order: 'id' })] as const;
    const rows = await Promise.all([
      ...ours.map((one) => read(one.model, domainOf(one.model, waysOf(one), tickets), one.stored)),
      ...HANGING.map(([model, name, id, fields]) =>
        read(
          model,
          tickets
            ? [
                [name, '=', Ticket.name],
                [id, 'in', tickets],
              ]
            : [[name, '=like', 'x\\_%']],
          fields,
        ),
      ),
      read('res.partner', [], ['name', 'email', 'parent_id', 'active', 'x_wants_report']),
    ]);
    return Object.fromEntries(rows);
  };
}

/** A model that has nothing to do with tickets is taken down whole. */
function domainOf(model: string, links: readonly string[], tickets: readonly number[] | undefined) {
  if (tickets === undefined) return [];
  if (model === Ticket.name) return [['id', 'in', tickets]];
  return [...links.slice(1).map(() => '|'), ...links.map((name) => [name, 'in', tickets])];
}
