import { expect, test } from 'vitest';
import { ConfigurationError } from '../lib/settings-part.ts';
import { getConfig } from './get-config.ts';

const addons = [{ declaration: { name: 'tickets' } }];
const files = {
  presets: ['default', 'school'],
  read: () => 'adons: {}\naddons: { ticket: true }',
  readPreset: (name: string) => `addons: { tickets: ${name === 'default'} }`,
};

test('takes the preset default where the environment names none', () => {
  expect(getConfig({}, addons, files).config).toEqual({ addons: { tickets: true } });
  expect(getConfig({ SUPPORTDESK_CONFIG: '' }, addons, files).config).toEqual({ addons: { tickets: true } });
  expect(getConfig({ SUPPORTDESK_CONFIG: 'school' }, addons, files).config).toEqual({
    addons: { tickets: false },
  });
});

test('refuses a file with every problem in it', () => {
  const get = () => getConfig({ SUPPORTDESK_CONFIG: '/etc/desk.yaml' }, addons, files);

  expect(get).toThrow(ConfigurationError);
  expect(get).toThrow(
    '\n/etc/desk.yaml:1: adons: unknown here; did you mean "addons"?\n/etc/desk.yaml:2: addons.ticket: unknown here; did you mean "tickets"?',
  );
});
