import { createZammadClient } from '../addons/zammad/client.ts';
import { createExternalNames } from '../addons/zammad/external-names.ts';
import { type ImportOptions, type ImportResult, importTickets } from '../addons/zammad/import-tickets.ts';
import { createZammadImportJob } from '../addons/zammad/job.ts';
import { createRestSource } from '../addons/zammad/source-rest.ts';
import { ConfigurationError, type Settings } from '../config.ts';
import type { Job } from '../jobs/job.ts';
import { systemClock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { Check } from './doctor/check.ts';

/** A Zammad that the settings name, ready to be imported from. */
export interface ZammadImport {
  readonly name: string;
  readonly job: Job;
  readonly check: Check;
  run(options: Pick<ImportOptions, 'signal' | 'full' | 'onProgress'>): Promise<ImportResult>;
  close(): void;
}

const NAME = 'zammad';

/** The import of the settings; undefined where they name no Zammad. */
export function createZammadImport(settings: Settings, odoo: Odoo, log: Log): ZammadImport | undefined {
  const { ZAMMAD_URL, ZAMMAD_TOKEN, IMPORT_CRON } = settings;
  if (ZAMMAD_URL === undefined) return undefined;
  if (ZAMMAD_TOKEN === undefined) {
    throw new ConfigurationError('ZAMMAD_URL is set, but ZAMMAD_TOKEN is not', {
      code: 'configuration',
      help: 'Make a token in Zammad under Profile › Token Access, with the right ticket.agent.',
    });
  }
  const client = createZammadClient({ url: ZAMMAD_URL, token: ZAMMAD_TOKEN });
  const source = createRestSource({ client, names: createExternalNames(NAME) });
  const common = { odoo, source, sourceName: NAME, clock: systemClock };
  return {
    name: NAME,
    job: createZammadImportJob({ ...common, schedule: IMPORT_CRON }),
    check: {
      label: 'Zammad',
      run: async () => ({ text: `${ZAMMAD_URL} knows the token as ${(await client.getMe()).login}` }),
    },
    run: (options) => importTickets({ ...common, log, ...options }),
    close: client.close,
  };
}
