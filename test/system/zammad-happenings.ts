import fc from 'fast-check';
import type { ZammadEmulator } from '../../emulator/zammad/server.ts';
import type { World } from './import-world.ts';

/** Something that happens in Zammad, or a run of the import. Tickets are meant by where they stand, modulo. */
export type Happening =
  | { readonly kind: 'run' }
  | { readonly kind: 'create'; readonly title: string; readonly customer: number; readonly lateMs: number }
  | { readonly kind: 'edit'; readonly ticket: number; readonly state: number; readonly title: string }
  | { readonly kind: 'reply'; readonly ticket: number; readonly internal: boolean; readonly hasFile: boolean }
  | { readonly kind: 'hide'; readonly ticket: number; readonly article: number }
  | { readonly kind: 'merge'; readonly ticket: number; readonly other: number }
  | { readonly kind: 'delete'; readonly ticket: number }
  | { readonly kind: 'tag'; readonly ticket: number; readonly tags: readonly string[] }
  | { readonly kind: 'link'; readonly ticket: number; readonly other: number }
  | { readonly kind: 'work'; readonly ticket: number }
  | { readonly kind: 'touch'; readonly ticket: number }
  | { readonly kind: 'give'; readonly ticket: number; readonly customer: number };

export type Rename = { readonly kind: 'rename'; readonly what: 'user' | 'organization' | 'group' | 'state' };

const nat = fc.nat({ max: 30 });
const title = fc.constantFrom('New title', '-', '', 'Ünïcode „title“', 'nul \u0000 in it');
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'run' } as const) },
  fc.record({
    kind: fc.constant('create' as const),
    title,
    customer: nat,
    lateMs: fc.constantFrom(0, 1, 200_000),
  }),
  fc.record({
    kind: fc.constant('edit' as const),
    ticket: nat,
    state: fc.constantFrom(1, 2, 3, 4, 7),
    title,
  }),
  fc.record({
    kind: fc.constant('reply' as const),
    ticket: nat,
    internal: fc.boolean(),
    hasFile: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('hide' as const), ticket: nat, article: nat }),
  fc.record({ kind: fc.constant('merge' as const), ticket: nat, other: nat }),
  fc.record({ kind: fc.constant('delete' as const), ticket: nat }),
  fc.record({
    kind: fc.constant('tag' as const),
    ticket: nat,
    tags: fc.subarray(['red', 'green', 'Blue']),
  }),
  fc.record({ kind: fc.constant('link' as const), ticket: nat, other: nat }),
  fc.record({ kind: fc.constant('work' as const), ticket: nat }),
  fc.record({ kind: fc.constant('touch' as const), ticket: nat }),
  fc.record({ kind: fc.constant('give' as const), ticket: nat, customer: nat }),
);
export const rename: fc.Arbitrary<Rename> = fc.record({
  kind: fc.constant('rename' as const),
  what: fc.constantFrom('user', 'organization', 'group', 'state'),
});

/** Every look at the clock is two minutes later than the last: the overlap of runs covers two changes, not all. */
export function createClock() {
  let now = Date.parse('2026-03-01T12:00:00Z');
  return {
    next(): Date {
      now += 120_000;
      return new Date(now);
    },
    now: () => now,
  };
}
export type Clock = ReturnType<typeof createClock>;

export async function happen(world: World, clock: Clock, happening: Happening | Rename): Promise<void> {
  const { zammad } = world;
  if (happening.kind === 'run') {
    await world.run();
    return;
  }
  if (happening.kind === 'rename') {
    renameOne(zammad, happening.what, clock.now());
    return;
  }
  if (happening.kind === 'create') {
    const customer_id = customerOf(zammad, happening.customer);
    const updated_at = new Date(clock.now() - happening.lateMs).toISOString();
    zammad.addTicket({ title: happening.title, customer_id, updated_at, created_at: updated_at }, [
      { body: 'Hello' },
    ]);
    return;
  }
  const id = ticketOf(zammad, happening.ticket);
  if (id !== undefined) change(world, clock, id, happening);
}

function change(
  { zammad }: World,
  clock: Clock,
  id: number,
  happening: Exclude<Happening, { readonly kind: 'run' | 'create' }>,
): void {
  switch (happening.kind) {
    case 'edit':
      zammad.updateTicket(id, { title: happening.title, state_id: happening.state });
      break;
    case 'reply':
      reply(zammad, clock, id, happening);
      break;
    case 'hide':
      hide(zammad, id, happening.article);
      break;
    case 'merge':
      merge(zammad, id, ticketOf(zammad, happening.other));
      break;
    case 'delete':
      // A Zammad without any ticket is taken for one in trouble, which another test holds.
      if (zammad.data.tickets.length > 2) zammad.deleteTicket(id);
      break;
    case 'tag':
      zammad.tagTicket(id, happening.tags);
      break;
    case 'link':
      link(zammad, id, ticketOf(zammad, happening.other));
      break;
    case 'work':
      zammad.accountTime(id, '1.50');
      break;
    case 'touch':
      zammad.touchTicket(id);
      break;
    case 'give':
      zammad.updateTicket(id, { customer_id: customerOf(zammad, happening.customer) });
  }
}

function reply(
  zammad: ZammadEmulator,
  clock: Clock,
  ticketId: number,
  { internal, hasFile }: { readonly internal: boolean; readonly hasFile: boolean },
): void {
  const fileId = clock.now() / 1000;
  const file = {
    id: fileId,
    store_file_id: fileId,
    filename: 'reply.txt',
    content: { text: `file ${fileId}` },
    preferences: { values: { 'Content-Type': 'text/plain' } },
  };
  zammad.addArticle(ticketId, {
    body: `Reply to ${ticketId}`,
    internal,
    attachments: hasFile ? [file] : [],
  });
}

function hide(zammad: ZammadEmulator, ticketId: number, position: number): void {
  const articles = zammad.articlesOf(ticketId);
  const article = articles[position % articles.length];
  if (article) zammad.updateArticle(article.id, { internal: !article.internal });
}

function merge(zammad: ZammadEmulator, id: number, other: number | undefined): void {
  const isMerged = (ticket: number) => zammad.findTicket(ticket)?.state_id === 5;
  // Zammad refuses to merge into a merged ticket.
  if (other !== undefined && other !== id && !isMerged(id) && !isMerged(other))
    zammad.mergeTickets(id, other);
}

function link(zammad: ZammadEmulator, id: number, other: number | undefined): void {
  const isLinked = zammad.data.links.some(({ source, target }) => source === id && target === other);
  if (other !== undefined && other !== id && !isLinked) zammad.linkTickets(id, other);
}

function renameOne(zammad: ZammadEmulator, what: Rename['what'], now: number): void {
  const name = `Renamed ${now}`;
  if (what === 'user') zammad.updateUser(zammad.data.users.at(-1)?.id ?? 0, { lastname: name });
  const organization = zammad.data.organizations[0];
  const suffix = organization?.name.split(' ').at(-1);
  if (what === 'organization' && organization) {
    zammad.updateOrganization(organization.id, { name: `${name} ${suffix}` });
  }
  if (what === 'group') zammad.renameGroup(2, `${name} group ${suffix}`);
  if (what === 'state') zammad.updateState(2, { name: `${name} state` });
}

function ticketOf(zammad: ZammadEmulator, position: number): number | undefined {
  const { tickets } = zammad.data;
  return tickets[position % Math.max(tickets.length, 1)]?.id;
}

function customerOf(zammad: ZammadEmulator, position: number): number {
  const customers = zammad.data.users.filter((user) => user.roles.includes('Customer'));
  return customers[position % customers.length]?.id ?? 0;
}
