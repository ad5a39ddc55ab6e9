import { articleTypes, senders, systemUserId } from '../../lookups.ts';
import type { Store } from '../../store.ts';
import { people } from './people.ts';

/** Tickets that are awkward in themselves; the article is plain. */
export function addAwkwardTickets(store: Store): void {
  const add = (
    title: string,
    values: Partial<Parameters<Store['addTicket']>[0]> = {},
    article: Partial<
      Parameters<Store['addTicket']>[1] extends readonly (infer A)[] | undefined ? A : never
    > = {},
  ) =>
    store.addTicket({ customer_id: people.plain, ...values, title }, [
      { body: `About: ${title}`, content_type: 'text/plain', ...article },
    ]);

  add(
    'Welcome to Zammad!',
    { id: 1, customer_id: people.nicole, group_id: 1 },
    { type_id: articleTypes.phone },
  );
  add('Kasse druckt keine Bons („Filiale 3“) – „sofort“ 🖨', {
    owner_id: people.agent,
    tags: ['Drucker', 'VIP', 'drucker, groß', '🔥 hot'],
    attributes: {
      product_line: 'till',
      affected_modules: ['a', 'b'],
      go_live_on: '2026-04-01',
      visit_at: '2026-03-29T01:30:00.000Z',
      is_billable: true,
      contract_number: 'N° 7/„x“',
      copies: 0,
    },
  });
  add('attribute values nobody offers any more', {
    attributes: { product_line: 'removed-key', affected_modules: [], is_billable: false, copies: -3 },
  });
  add('pending over the change to summer time', { state_id: 3, pending_time: '2026-03-29T01:00:00.000Z' });
  add('pending close', { state_id: 7, pending_time: '2026-03-05T09:00:00.000Z' });
  add('pending without a time', { state_id: 8 });
  add('closed by a state of the administrator', { state_id: 9, close_at: '2026-01-06T10:00:00.000Z' });
  add('closed without a time', { state_id: 4 });
  add('reopened, so it has a time of closing', { state_id: 2, close_at: '2026-01-06T10:00:00.000Z' });
  add('removed', { state_id: 6 });
  add('a state no longer offered', { state_id: 10 });
  add('a priority beyond three', { priority_id: 4 });
  add('a priority without number', { priority_id: 5 });
  add('a priority below one', { priority_id: 6 });
  add('-');
  add(' ');
  add('x'.repeat(250));
  add('<b>markup</b> & "quotes" in <script>alert(1)</script> the title');
  add(
    'nul \u0000 in the title',
    {},
    { body: 'nul \u0000 in the body', subject: 'nul \u0000 in the subject' },
  );
  add('the customer has no address', { customer_id: people.withoutAddress });
  add('two customers share an address: first', { customer_id: people.sharesAddress });
  add('two customers share an address: second', { customer_id: people.sharesAddressToo });
  add('the address of another in capitals', { customer_id: people.sameAddressOtherCase });
  add('the customer is no longer active', { customer_id: people.inactive });
  add('the customer has a strange name', { customer_id: people.strangeName });
  add('the customer has a second organization', { customer_id: people.secondOrganization });
  add('the customer has no name', { customer_id: people.withoutName });
  add('the customer is called like markup', { customer_id: people.markupInName });
  add('the customer has very long names', { customer_id: people.longNames });
  add('the customer is an agent too', { customer_id: people.customerAndAgent });
  add('the customer is the system', { customer_id: people.system });
  add('the owner has left', { owner_id: people.inactiveAgent });
  add('the organization is not the customer’s', { organization_id: 2 });
  add('in a nested group', { group_id: 4 });
  add('in a group that is closed', { group_id: 5 });
  add('escalates', {
    escalation_at: '2026-01-06T12:00:00.000Z',
    first_response_escalation_at: '2026-01-06T12:00:00.000Z',
    update_escalation_at: '2026-01-07T12:00:00.000Z',
    close_escalation_at: '2026-01-08T12:00:00.000Z',
    first_response_at: '2026-01-06T11:00:00.000Z',
  });
  add('from the last century', {
    created_at: '1999-12-31T23:59:59.999Z',
    updated_at: '2000-02-29T00:00:00.000Z',
    number: '1999123110000017',
  });
  add('a number with letters', { number: 'INC-00042/b' });
  add('preferences of an old Rails', { preferences: { values: { channel_id: 3 }, style: 'ruby' } });
  add('preferences that are broken', { preferences: { values: { channel_id: 3 }, style: 'broken' } });
  for (const which of ['first', 'second', 'third']) {
    add(`three changed in the same millisecond: ${which}`, { updated_at: '2026-01-05T12:00:00.123Z' });
  }
  store.addTicket({ title: 'without any article', customer_id: people.plain });
  add(
    'nothing but an internal note',
    {},
    { internal: true, type_id: articleTypes.note, sender_id: senders.Agent },
  );
  add(
    'nothing but a mail of the system',
    {},
    {
      sender_id: senders.System,
      type_id: articleTypes.email,
      created_by_id: systemUserId,
      from: 'Support <support@nordlicht.example>',
      preferences: { values: { perform_origin: 'trigger', notification: true } },
    },
  );
}
