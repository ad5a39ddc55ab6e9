import type { Clock } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import type { Say } from '../../../lib/phrase.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { SourcePage } from '../../../sync/source.ts';
import { createRecordWriter } from '../../imports/record-writer.ts';
import type { ExternalNames } from '../external-names.ts';
import { createAttributes } from '../map/map-attributes.ts';
import { mapStates } from '../map/map-state.ts';
import type { Ticket } from '../schema.ts';
import type { TicketSource } from '../ticket-source.ts';
import { createUserReader } from './create-user-reader.ts';
import { findSubtypes } from './find-subtypes.ts';
import { createPeople } from './import-people.ts';
import type { ImportRules } from './import-rules.ts';
import { createTags } from './import-tags.ts';
import { createTeams } from './import-teams.ts';
import { leaveOutForgotten } from './leave-out-forgotten.ts';
import { customersAndAuthorsOf, peopleOf } from './people-of.ts';
import { type KnownTickets, type ReadPage, readPage } from './read-page.ts';
import { createReferences } from './take-references.ts';
import { type PageResult, writePage } from './write-page.ts';

export interface PipelineOptions {
  readonly odoo: Odoo;
  readonly log: Log;
  readonly source: TicketSource;
  readonly names: ExternalNames;
  /** Odoo's record of the source. */
  readonly sourceId: number;
  readonly rules: ImportRules;
  readonly signal: AbortSignal;
  /** Look also at tickets that seem not to have changed. */
  readonly full: boolean;
  readonly clock: Clock;
  /** In the language of the help desk. */
  readonly say: Say;
  runId(): Promise<number>;
}

/** From a source's page to Odoo's records. A page may be read while the one before it is written. */
export interface Pipeline {
  /** `full` here: whether or not the tickets seem to have changed. */
  read(page: SourcePage<Ticket>, options?: { readonly full: boolean }): Promise<ReadPage>;
  write(page: ReadPage): Promise<PageResult>;
}

/** @throws AppError `import_mapping` before anything is written. */
export async function createPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { odoo, source, names, rules, signal } = options;
  const readUsers = createUserReader(source, names, signal);
  const people = createPeople({ ...options, match: rules.match, readUsers });
  const parts = {
    ...options,
    attributes: await createAttributes(odoo, rules.attributes),
    states: mapStates(await source.listStates(signal)),
    people,
    readUsers,
    teams: createTeams({ odoo, names, groups: await source.listGroups(signal) }),
    tags: createTags(odoo, names),
    subtypes: await findSubtypes(odoo),
    takeReferences: createReferences(odoo),
    write: createRecordWriter(odoo, options.log),
  };
  let lately: KnownTickets = new Map();

  return {
    async read(page, { full } = options) {
      const read = await readPage(page, { ...parts, full });
      // So that nobody is asked for while the page is written.
      await readUsers(people.unknownAmong(read.changed.flatMap(peopleOf)));
      const users = await readUsers(read.changed.flatMap(customersAndAuthorsOf));
      return leaveOutForgotten(read, users.records, { odoo, names, signal });
    },
    async write(page) {
      // What was written since the page was read, Odoo's answer of then does not know.
      const result = await writePage({ ...page, known: new Map([...page.known, ...lately]) }, parts);
      lately = result.written;
      return result;
    },
  };
}
