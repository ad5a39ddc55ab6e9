import type { Store } from '../../store.ts';

/** Merged, merged again and linked tickets of a customer, one of them another’s. */
export function addMerges(store: Store, plain: number, other: number): void {
  const add = (title: string, customer = plain) =>
    store.addTicket({ title, customer_id: customer }, [
      { body: `${title}: question` },
      { body: `${title}: more` },
    ]).id;

  const survivor = add('survivor of a merge');
  const merged = add('merged once');
  store.tagTicket(merged, ['merged away']);
  store.mergeTickets(merged, survivor);

  const end = add('end of a chain of merges', other);
  const middle = add('merged into the end of a chain');
  const start = add('merged into what was merged later');
  store.mergeTickets(start, middle);
  store.mergeTickets(middle, end);

  const reopened = add('merged and written to afterwards');
  store.mergeTickets(reopened, survivor);
  store.addArticle(reopened, { body: 'Is anybody there?' });

  const left = add('linked to another');
  const right = add('linked by another');
  store.linkTickets(left, right);
  const parent = add('parent of two');
  store.linkTickets(parent, add('first child'), 'parent');
  store.linkTickets(parent, add('second child'), 'parent');
  store.linkTickets(right, parent, 'child');
}
