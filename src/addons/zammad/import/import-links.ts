import { getLoadedIds } from '../../../odoo/loaded-ids.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { findImported } from '../../../sync/find-imported.ts';
import { importContext, importRecords } from '../../../sync/import-records.ts';
import type { Refusal } from '../../../sync/source.ts';
import type { ExternalNames } from '../external-names.ts';
import { ImportedTicket } from '../models.ts';
import type { TicketLink } from '../ticket-source.ts';

/** A ticket that Odoo has, with the links that Zammad shows from its side. */
export interface LinkedTicket {
  readonly id: number;
  readonly isMerged: boolean;
  /** Whether Zammad said so at the last import. */
  readonly wasMerged: boolean;
  readonly links: readonly TicketLink[];
}

interface Held {
  readonly id: number;
  readonly x_linked_ids: readonly number[];
  readonly x_merged_into_id: readonly [number, string] | false;
  readonly x_is_merged: boolean;
}

/** What a ticket's links shall be; records of Odoo. */
interface Wanted {
  readonly externalId: string;
  readonly linked: Set<number>;
  mergedInto: number | undefined;
}

/**
 * Writes the links of tickets, from both their ends: a ticket that comes later finds those that were there, and
 * one that is not there yet brings its links along. Four calls at most, and two where links were lost, for any
 * number of tickets.
 */
export async function importLinks(
  odoo: Odoo,
  names: ExternalNames,
  tickets: readonly LinkedTicket[],
): Promise<readonly Refusal[]> {
  const ids = new Set(tickets.flatMap(({ id, links }) => [id, ...links.map((link) => link.ticketId)]));
  if (tickets.length === 0) return [];
  const held = await findImported(odoo, ImportedTicket, [...ids].map(names.ticket), [
    'x_linked_ids',
    'x_merged_into_id',
    'x_is_merged',
  ]);
  const findHeld = (id: number) => held.get(names.ticket(id));
  const wanted = planLinks(tickets, findHeld, names);
  const rows = [...wanted].flatMap(([id, { externalId, linked, mergedInto }]) => {
    const before = findHeld(id);
    if (before === undefined || isSame(before, linked, mergedInto)) return [];
    const cells = {
      'x_linked_ids/.id': [...linked].sort((a, b) => a - b).join(','),
      'x_merged_into_id/.id': mergedInto === undefined ? '' : String(mergedInto),
    };
    return [{ externalId, cells }];
  });
  const { refused } = await importRecords(odoo, ImportedTicket, rows);
  await unlinkOthers(odoo, tickets, findHeld, wanted);
  return refused;
}

/** The other ends of links that are gone: a merge takes links along without a change of the tickets they lead to. */
async function unlinkOthers(
  odoo: Odoo,
  tickets: readonly LinkedTicket[],
  findHeld: (id: number) => Held | undefined,
  wanted: ReadonlyMap<number, Wanted>,
): Promise<void> {
  const own = new Set(tickets.map(({ id }) => findHeld(id)?.id));
  const lost = new Map<number, Set<number>>();
  for (const { id } of tickets) {
    const before = findHeld(id);
    for (const other of before?.x_linked_ids ?? []) {
      if (!before || own.has(other) || wanted.get(id)?.linked.has(other)) continue;
      lost.set(other, (lost.get(other) ?? new Set()).add(before.id));
    }
  }
  if (lost.size === 0) return;
  const model = odoo.model(ImportedTicket);
  const others = await model.searchRead([['id', 'in', [...lost.keys()]]], {
    fields: ['x_linked_ids'],
    context: { active_test: false },
  });
  const lines = others.map(({ id, x_linked_ids }) => [
    String(id),
    x_linked_ids.filter((linked) => !lost.get(id)?.has(linked)).join(','),
  ]);
  const loaded = await model.load(['.id', 'x_linked_ids/.id'], lines, importContext);
  getLoadedIds(loaded, {
    what: 'to let go of links',
    rows: others.map(({ id }) => `ticket ${id}`),
    help: 'Look at what was added to x_support.ticket by hand: required fields, constraints, automations.',
  });
}

/** By Zammad's ticket ids: the tickets themselves, and those at the other ends. */
function planLinks(
  tickets: readonly LinkedTicket[],
  findHeld: (id: number) => Held | undefined,
  names: ExternalNames,
): ReadonlyMap<number, Wanted> {
  const wanted = new Map<number, Wanted>();
  for (const { id, isMerged, wasMerged } of tickets) {
    // Odoo may know the survivor already while its link is gone: a merge is never taken back. And what was merged in Odoo is
    // no business of Zammad's.
    const before = findHeld(id)?.x_merged_into_id;
    const mergedInto = before && (isMerged || !wasMerged) ? before[0] : undefined;
    wanted.set(id, { externalId: names.ticket(id), linked: new Set(), mergedInto });
  }
  const get = (id: number): Wanted | undefined => {
    const known = wanted.get(id);
    const before = findHeld(id);
    if (known || !before) return known;
    const other: Wanted = {
      externalId: names.ticket(id),
      linked: new Set(before.x_linked_ids),
      mergedInto: before.x_merged_into_id ? before.x_merged_into_id[0] : undefined,
    };
    wanted.set(id, other);
    return other;
  };
  const mergedIds = new Set(tickets.filter(({ isMerged }) => isMerged).map(({ id }) => id));
  const isMerged = (id: number) => mergedIds.has(id) || findHeld(id)?.x_is_merged === true;
  for (const { id, links } of tickets) {
    for (const { type, ticketId } of links) {
      const [from, to] = [findHeld(id), findHeld(ticketId)];
      const [one, other] = [get(id), get(ticketId)];
      if (!from || !to || !one || !other || id === ticketId) continue;
      if (type === 'parent' && isMerged(id)) one.mergedInto = to.id;
      else if (type === 'child' && isMerged(ticketId)) other.mergedInto = from.id;
      else {
        one.linked.add(to.id);
        other.linked.add(from.id);
      }
    }
  }
  return wanted;
}

function isSame(before: Held, linked: ReadonlySet<number>, mergedInto: number | undefined): boolean {
  const into = before.x_merged_into_id ? before.x_merged_into_id[0] : undefined;
  return (
    into === mergedInto &&
    before.x_linked_ids.length === linked.size &&
    before.x_linked_ids.every((id) => linked.has(id))
  );
}
