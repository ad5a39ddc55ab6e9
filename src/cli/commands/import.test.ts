import { expect, test } from 'vitest';
import { parseSettings } from '../../config.ts';
import { compose } from '../compose.ts';
import { importCommand } from './import.ts';

const odoo = { ODOO_URL: 'http://odoo.example', ODOO_DB: 'x', ODOO_USERNAME: 'x', ODOO_PASSWORD: 'x' };
const zammad = { ZAMMAD_URL: 'http://zammad.example', ZAMMAD_TOKEN: 'x' };
const legacy = {
  IMPORT_SOURCES: 'legacy',
  ZAMMAD_LEGACY_URL: 'http://legacy.example',
  ZAMMAD_LEGACY_TOKEN: 'x',
};
const terminal = { isInteractive: false, hasColours: false, print: () => undefined, note: () => undefined };

test.each([
  ['no source at all', {}, undefined, 'there is no source to import from', 'ZAMMAD_URL'],
  ['the first', legacy, 'zammad', 'there is no source "zammad", only legacy', 'ZAMMAD_URL'],
  [
    'another',
    { ...zammad, ...legacy },
    'lab',
    'there is no source "lab", only zammad, legacy',
    'IMPORT_SOURCES',
  ],
  ['another where there is none', {}, 'lab', 'there is no source "lab", nor any other', 'IMPORT_SOURCES'],
])('names the settings that are missing: %s', async (_, sources, source, message, setting) => {
  const parts = compose(parseSettings({ ...odoo, ...sources }));

  const importing = importCommand(parts, terminal, source === undefined ? {} : { source });

  await expect(importing).rejects.toMatchObject({ message, help: expect.stringContaining(setting) });
  parts.close();
});
