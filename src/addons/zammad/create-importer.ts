import type { Importer, ImportWork, TestWork } from '../imports/importer.ts';
import { createExternalNames, type ExternalNames } from './external-names.ts';
import { countUnchanged, importTickets, startOf } from './import/import-tickets.ts';
import { pretendActions } from './import/pretend-actions.ts';
import { parseMapping } from './map/parse-mapping.ts';
import type { ZammadFields } from './models.ts';
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
): Importer<ZammadFields> {
  const names = createExternalNames(key);
  const client = token === undefined ? undefined : createZammadClient({ url, token, ...patience });
  if (databaseUrl !== undefined) return createSqlImporter({ key, url, names, databaseUrl, client });
  if (client) return createRestImporter({ key, url, names, client });
  throw new Error(`the source ${key} has neither a token nor a database`);
}

const labelOf = (key: string): string => (key === FIRST_SOURCE ? 'Zammad' : `Zammad ${key}`);

/** The way it is read follows from the settings; what is read further is up to people. */
const fieldsOf = (kind: 'rest' | 'sql'): Pick<Importer<ZammadFields>, 'own' | 'keeps'> => ({
  own: { x_kind: kind, x_query: false, x_mapping: false },
  keeps: { x_kind: kind },
});

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
}: Common & { readonly client: ZammadClient }): Importer<ZammadFields> {
  const source = createRestSource({ client, names });
  return {
    key,
    label: labelOf(key),
    ...fieldsOf('rest'),
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

function createSqlImporter({ key, url, names, databaseUrl, client }: SqlOptions): Importer<ZammadFields> {
  const database = createSqlDatabase({ url: databaseUrl });
  /** The query and what it is mapped to can be edited in Odoo between two runs. */
  const settingsOf = (record: TestWork<ZammadFields>['record']) => ({
    ...(record?.x_query ? { query: record.x_query } : {}),
    extraColumns: [...parseMapping(record?.x_mapping || '').keys()],
  });
  const sourceOf = ({ record }: ImportWork<ZammadFields>) =>
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
    ...fieldsOf('sql'),
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
  sourceOf: (work: ImportWork<ZammadFields>) => TicketSource,
): Pick<Importer<ZammadFields>, 'externalId' | 'countUnchanged' | 'count' | 'run' | 'standIns'> {
  const optionsOf = (work: ImportWork<ZammadFields>) => ({ ...work, source: sourceOf(work), names });
  return {
    externalId: names.source(),
    standIns: pretendActions,
    countUnchanged: (work) => countUnchanged(optionsOf(work)),
    count: (work) => sourceOf(work).countTickets(startOf(work), work.signal),
    run: (work) => importTickets(optionsOf(work)),
  };
}
