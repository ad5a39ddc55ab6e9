import type { Importer, ImportWork } from '../imports/importer.ts';
import { createExternalNames, type ExternalNames } from './external-names.ts';
import { countUnchanged, importTickets, startOf } from './import/import-tickets.ts';
import { pretendReferences } from './import/take-references.ts';
import { parseMapping } from './map/parse-mapping.ts';
import { createZammadClient, type ZammadClient, type ZammadClientOptions } from './rest/client.ts';
import { createRestSource } from './rest/source-rest.ts';
import { testRest } from './rest/test-rest.ts';
import { FIRST_SOURCE, type ZammadSettings } from './settings.ts';
import { createSqlSource } from './sql/source-sql.ts';
import { createSqlDatabase } from './sql/sql-database.ts';
import { testSql } from './sql/test-sql.ts';
import type { TicketSource } from './ticket-source.ts';

/** How long an answer is waited for, and how often it is asked for again. */
export type Patience = Pick<ZammadClientOptions, 'timeoutMs' | 'retries'>;

/** A Zammad that can be steered from Odoo: over its database where that is given, else over its REST API. */
export function createZammadImporter(
  { key, url, token, databaseUrl }: ZammadSettings,
  patience: Patience = {},
): Importer {
  const names = createExternalNames(key);
  const client = token === undefined ? undefined : createZammadClient({ url, token, ...patience });
  if (databaseUrl !== undefined) return createSqlImporter({ key, url, names, databaseUrl, client });
  if (client) return createRestImporter({ key, url, names, client });
  throw new Error(`the source ${key} has neither a token nor a database`);
}

const labelOf = (key: string): string => (key === FIRST_SOURCE ? 'Zammad' : `Zammad ${key}`);

interface Common {
  readonly key: string;
  readonly url: string;
  readonly names: ExternalNames;
}

function createRestImporter({
  key,
  url,
  names,
  client,
}: Common & { readonly client: ZammadClient }): Importer {
  const source = createRestSource({ client, names });
  return {
    key,
    label: labelOf(key),
    kind: 'rest',
    address: url,
    ...createRuns(names, () => source),
    test: ({ signal }) => testRest(client, signal),
    close: client.close,
  };
}

interface SqlOptions extends Common {
  readonly databaseUrl: string;
  /** Where there is a token too: for files that Zammad keeps outside its database. */
  readonly client: ZammadClient | undefined;
}

function createSqlImporter({ key, url, names, databaseUrl, client }: SqlOptions): Importer {
  const database = createSqlDatabase({ url: databaseUrl });
  /** The query and what it is mapped to can be edited in Odoo between two runs. */
  const settingsOf = (record: Partial<ImportWork>['record']) => ({
    ...(record?.x_query ? { query: record.x_query } : {}),
    extraColumns: [...parseMapping(record?.x_mapping || '').keys()],
  });
  const sourceOf = ({ record }: ImportWork) =>
    createSqlSource({
      database,
      names,
      url,
      ...settingsOf(record),
      ...(client ? { openElsewhere: client.openFile } : {}),
    });
  return {
    key,
    label: labelOf(key),
    kind: 'sql',
    address: database.label,
    ...createRuns(names, sourceOf),
    test: ({ record, signal }) => testSql(database, { ...settingsOf(record), signal }),
    close() {
      client?.close();
      database.close().catch(() => undefined);
    },
  };
}

function createRuns(
  names: ExternalNames,
  sourceOf: (work: ImportWork) => TicketSource,
): Pick<Importer, 'externalId' | 'countUnchanged' | 'count' | 'run' | 'standIns'> {
  const optionsOf = (work: ImportWork) => ({ ...work, source: sourceOf(work), names });
  return {
    externalId: names.source(),
    standIns: pretendReferences,
    countUnchanged: (work) => countUnchanged(optionsOf(work)),
    count: (work) => sourceOf(work).countTickets(startOf(work), work.signal),
    run: (work) => importTickets(optionsOf(work)),
  };
}
