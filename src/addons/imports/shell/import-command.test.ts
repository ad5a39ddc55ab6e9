import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createSilentLog } from '../../../../test/support/create-silent-log.ts';
import { i18n } from '../../../../test/support/i18n.ts';
import { systemClock } from '../../../lib/clock.ts';
import { createOdoo } from '../../../odoo/model-api.ts';
import type { Services } from '../../services.ts';
import { connectors } from '../connectors.ts';
import type { Importer } from '../importer.ts';
import { importCommand } from './import-command.ts';

const terminal = { isInteractive: false, hasColours: false, print: () => undefined, note: () => undefined };
const help = 'Set OTHER_URL.';

function servicesWith(...keys: readonly string[]): Services {
  const create = () => keys.map((key) => ({ key, close: () => undefined }) as unknown as Importer);
  return {
    odoo: createOdoo({ call: () => Promise.reject(new Error('no call is wanted')) }),
    files: {
      upload: () => Promise.reject(new Error('no file is wanted')),
      download: () => Promise.reject(new Error('no file is wanted')),
    },
    clock: systemClock,
    log: createSilentLog(),
    i18n,
    settings: {},
    config: {},
    contributions: [connectors.with({ name: 'Other', help, create })],
    registry: new Registry(),
    onClose: () => undefined,
  };
}

test.each([
  ['no source at all', [], {}, 'there is no source to import from'],
  ['one that is not there', ['legacy'], { source: 'first' }, 'there is no source "first", only legacy'],
  ['one of several', ['first', 'legacy'], { source: 'lab' }, 'there is no source "lab", only first, legacy'],
  ['one where there is none', [], { source: 'lab' }, 'there is no source "lab", nor any other'],
])('says which settings are missing: %s', async (_, keys, options, message) => {
  const importing = async () => importCommand.run({ services: servicesWith(...keys), terminal }, options);

  await expect(importing).rejects.toMatchObject({ message, help });
});

test.each([
  [{ since: 'yesterday' }, '--since: expected a date such as 2026-03-01 or 2026-03-01T08:00Z'],
  [{ only: '42,x' }, '--only: expected IDs separated by commas, such as 42,43'],
])('refuses what it cannot read: %j', async (options, message) => {
  const importing = async () => importCommand.run({ services: servicesWith('first'), terminal }, options);

  await expect(importing).rejects.toMatchObject({ message, code: 'usage' });
});
