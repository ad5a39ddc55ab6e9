import type { Clock } from '../../../lib/clock.ts';
import type { Say } from '../../../lib/phrase.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { type ImportRow, sortByColumns } from '../../../sync/import-row.ts';
import type { Refusal } from '../../../sync/source.ts';
import { TicketOfRun } from '../../imports/models.ts';
import type { WriteRecords } from '../../imports/record-writer.ts';
import type { ExternalNames } from '../external-names.ts';
import type { Subtypes } from '../map/map-article.ts';
import type { Attributes } from '../map/map-attributes.ts';
import type { States } from '../map/map-state.ts';
import { ImportedTicket } from '../models.ts';
import { phrase } from '../texts.ts';
import type { TicketSource } from '../ticket-source.ts';
import { renderBrought, withoutRemoved } from './brought-articles.ts';
import { chooseCells } from './choose-cells.ts';
import type { ReadUsers } from './create-user-reader.ts';
import { findImportedFiles } from './description-files.ts';
import { findFlattened } from './find-flattened.ts';
import { findHeld } from './find-held.ts';
import { findMisread } from './find-misread.ts';
import { hideGone } from './hide-gone.ts';
import type { People } from './import-people.ts';
import type { ImportRules } from './import-rules.ts';
import type { Tags } from './import-tags.ts';
import type { Teams } from './import-teams.ts';
import { customersAndAuthorsOf, peopleOf } from './people-of.ts';
import { hasParts, planTicket, type TicketPlan } from './plan-tickets.ts';
import type { KnownTickets, ReadPage, ReadTicket } from './read-page.ts';
import { type WrittenPlan, writeParts } from './write-parts.ts';

export interface WritePageOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  readonly names: ExternalNames;
  readonly sourceId: number;
  readonly clock: Clock;
  /** In the language of the help desk. */
  readonly say: Say;
  readonly rules: ImportRules;
  readonly states: States;
  readonly people: People;
  readonly readUsers: ReadUsers;
  readonly teams: Teams;
  readonly tags: Tags;
  readonly attributes: Attributes;
  readonly subtypes: Subtypes;
  readonly takeReferences: (count: number) => Promise<readonly string[]>;
  readonly write: WriteRecords;
  readonly signal: AbortSignal;
  /** The run that the tickets written shall remember. */
  runId(): Promise<number>;
}

export interface PageResult {
  readonly created: number;
  readonly updated: number;
  readonly messages: number;
  readonly files: number;
  readonly refused: readonly Refusal[];
  /** What Odoo remembers now of the tickets that were written. */
  readonly written: KnownTickets;
}

/**
 * Brings a page of tickets with all that belongs to them into Odoo, in a fixed number of calls. It may stop
 * anywhere and be done again: a ticket says that something is missing until it is there.
 */
export async function writePage(
  { changed, known, refused }: ReadPage,
  options: WritePageOptions,
): Promise<PageResult> {
  if (changed.length === 0) {
    return { created: 0, updated: 0, messages: 0, files: 0, refused, written: new Map() };
  }
  const refusedAround = await ensureAround(changed, options);
  const { plans, heldFiles } = await planPage(changed, known, options);
  const tickets = await writeTickets(plans, options);
  const done = plans.flatMap((plan): WrittenPlan[] => {
    const id = tickets.ids.get(plan.externalId);
    return id === undefined ? [] : [{ ...plan, id }];
  });
  const parts = await writeParts(done, heldFiles, options);
  const unnoted = await hideGone(changed, known, refused, options);
  const misread = await findMisread(changed, options);
  const created = done.filter(({ before }) => !before).length;
  return {
    created,
    updated: done.length - created,
    messages: parts.messages,
    files: parts.files,
    refused: [
      ...refused,
      ...refusedAround,
      ...refuseValues(changed, options),
      ...tickets.refused,
      ...parts.refused,
      ...unnoted,
      ...misread,
      ...findFlattened(changed, options.names),
    ],
    written: new Map(
      done.map((plan) => [
        plan.externalId,
        {
          id: plan.id,
          ...knownOf(plan),
          x_import_articles: parts.brought.get(plan.externalId) ?? false,
          x_file_ids: parts.descriptionFiles.get(plan.externalId) ?? [],
        },
      ]),
    ),
  };
}

/** People, teams and tags that the tickets name. */
async function ensureAround(
  changed: readonly ReadTicket[],
  { people, teams, tags }: WritePageOptions,
): Promise<readonly Refusal[]> {
  const users = changed.flatMap(customersAndAuthorsOf);
  const owners = changed.flatMap(({ ticket }) => ticket.owner_id ?? []);
  return [
    ...(await people.ensure(users, owners)),
    ...(await teams.ensure(changed.map(({ ticket }) => ticket))),
    ...(await tags.ensure(changed.flatMap((read) => read.tags))),
  ];
}

/** Once a value, however many tickets have it: all of them wait for it. */
function refuseValues(
  changed: readonly ReadTicket[],
  { names, attributes }: WritePageOptions,
): readonly Refusal[] {
  const refusals = changed.flatMap(({ ticket }) =>
    attributes.findUnknown(ticket.attributes).map(({ field, value }): Refusal => {
      const reason = phrase('zammad.unknownValue', { field, value });
      const externalId = names.value(field, value);
      const on = names.ticket(ticket.id);
      return { externalId, on, reason, said: { [field]: value }, unoffered: { field, value } };
    }),
  );
  return [...new Map(refusals.map((refusal) => [refusal.externalId, refusal])).values()];
}

async function planPage(changed: readonly ReadTicket[], known: KnownTickets, options: WritePageOptions) {
  const { odoo, source, names, states, people, teams, tags } = options;
  const articles = changed.flatMap(({ description, messages }) => [
    ...(description ? [description] : []),
    ...messages,
  ]);
  const held = await findHeld(odoo, names, articles);
  const tickets = changed.map((whole) => {
    const externalId = names.ticket(whole.ticket.id);
    const before = known.get(externalId);
    return { externalId, before, read: withoutRemoved(whole, before, held) };
  });
  const described = tickets.map(({ before, read: { description } }) => ({ before, description }));
  const isImported = await findImportedFiles(odoo, described, held.files);
  const plans = tickets.flatMap(({ externalId, before, read }): readonly TicketPlan[] => {
    const { ticket } = read;
    const plan = planTicket(read, {
      externalId,
      partnerOf: people.partnerOf,
      isIncomplete:
        peopleOf(read).some(people.isUnread) || options.attributes.findUnknown(ticket.attributes).length > 0,
      before,
      heldMessages: held.messages,
      heldFiles: held.files,
      isImported,
      context: {
        zammadUrl: source.url,
        sourceId: options.sourceId,
        state: states.get(ticket.state_id),
        partnerId: people.partnerOf(ticket.customer_id),
        assigneeId: people.assigneeOf(ticket.owner_id),
        isOwnerUnread: people.isUnread(ticket.owner_id),
        teamId: teams.teamOf(ticket.group_id),
        tagIds: tags.idsOf(read.tags),
        mapAttributes: options.attributes.map,
      },
    });
    return plan ? [plan] : [];
  });
  return { plans, heldFiles: held.files };
}

async function writeTickets(plans: readonly TicketPlan[], options: WritePageOptions) {
  const { odoo, rules, attributes, takeReferences } = options;
  if (plans.length === 0) return { ids: new Map<string, number>(), refused: [] };
  const run = String(await options.runId());
  const chosen = await chooseCells(odoo, plans, rules.winners);
  const references = await takeReferences(plans.filter(({ before }) => !before).length);
  let next = 0;
  const rows = plans.map((plan): ImportRow => {
    const reference = plan.before ? {} : { x_ticket_ref: references[next++] ?? '' };
    return {
      externalId: plan.externalId,
      cells: {
        ...chosen.get(plan),
        ...reference,
        // Outside the fingerprint: a ticket is not written for the run's sake.
        'x_import_run_id/.id': run,
        x_import_hash: plan.stamp,
        x_import_version: plan.read.ticket.updated_at,
        x_import_pending: hasParts(plan) ? '1' : '0',
        x_import_articles: renderBrought(plan),
      },
    };
  });
  const fields = { ...ImportedTicket.fields, ...TicketOfRun.fields, ...attributes.fields };
  return options.write({ name: ImportedTicket.name, fields }, sortByColumns(rows));
}

/** What Odoo remembers of a ticket once all of it is there. */
function knownOf({ stamp, read: { ticket } }: TicketPlan) {
  return { x_import_hash: stamp, x_import_version: ticket.updated_at, x_import_pending: false };
}
