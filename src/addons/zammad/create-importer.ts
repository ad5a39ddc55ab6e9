import type { Importer, ImportWork } from '../imports/importer.ts';
import { createZammadClient } from './client.ts';
import { createExternalNames } from './external-names.ts';
import { countUnchanged, importTickets, startOf } from './import-tickets.ts';
import { createRestSource } from './source-rest.ts';

export interface RestImporterOptions {
  readonly key: string;
  readonly url: string;
  readonly token: string;
}

/** Zammad over its REST API, as a source that can be steered from Odoo. */
export function createRestImporter({ key, url, token }: RestImporterOptions): Importer {
  const client = createZammadClient({ url, token });
  const names = createExternalNames(key);
  const source = createRestSource({ client, names });
  const optionsOf = (work: ImportWork) => ({ ...work, source, names });
  return {
    key,
    kind: 'rest',
    address: url,
    externalId: names.source(),
    test: async () => [`${url} knows the token as ${(await client.getMe()).login}`],
    countUnchanged: (work) => countUnchanged(optionsOf(work)),
    count: (work) => source.countTickets(startOf(work), work.signal),
    run: (work) => importTickets(optionsOf(work)),
    close: client.close,
  };
}
