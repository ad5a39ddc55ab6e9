import { expect, test } from 'vitest';
import { defineAddon } from '../schema/index.ts';
import { withTexts } from './with-texts.ts';

test('an addon speaks the languages of its folder under every code that Odoo has for them', () => {
  const [teams, loans] = withTexts(
    ['teams', 'loans'].map((name) => ({ declaration: defineAddon({ name }) })),
  );

  expect(teams?.declaration.translations?.nl_NL).toMatchObject({ 'My Teams': 'Mijn teams' });
  expect(teams?.declaration.translations?.nl_BE).toMatchObject({ 'My Teams': 'Mijn teams' });
  expect(teams?.declaration.translations).not.toHaveProperty('en_US');
  expect(loans?.declaration.translations).toEqual({});
});
