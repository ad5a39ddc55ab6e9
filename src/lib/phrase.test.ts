import { expect, test } from 'vitest';
import { AppError, whatFailed } from './errors.ts';
import { createI18n } from './i18n.ts';
import { definePhrases, english, listed } from './phrase.ts';
import type { TextFile } from './read-texts.ts';

const texts = {
  'loan.late_one': '{{name}} is a day late',
  'loan.late_other': '{{name}} is {{count}} days late',
  'loan.lost': 'Lost: {{names}}',
  'loan.because': '{{what}}, because {{why}}',
  'loan.help': 'Ask {{name}}.',
};
const phrase = definePhrases(texts);
const dutch = {
  'loan.late_one': '{{name}} is een dag te laat',
  'loan.late_other': '{{name}} is {{count}} dagen te laat',
  'loan.lost': 'Kwijt: {{names}}',
  'loan.because': '{{what}}, omdat {{why}}',
  'loan.help': 'Vraag het {{name}}.',
};
const file = (name: string, code: string, service: Readonly<Record<string, string>>): TextFile => ({
  language: { name, codes: [code] },
  odoo: {},
  portal: {},
  service,
});
const { sayIn } = createI18n([
  {
    owner: 'loans',
    files: new Map([
      ['en', file('English', 'en_US', texts)],
      ['nl', file('Nederlands', 'nl_NL', dutch)],
    ]),
  },
]);

test('a phrase is said in the language of whoever reads it, with its plural', () => {
  const late = phrase('loan.late', { name: 'The beamer', count: 3 });

  expect(english(late)).toBe('The beamer is 3 days late');
  expect(sayIn('en_US')(late)).toBe('The beamer is 3 days late');
  expect(sayIn('nl_NL')(late)).toBe('The beamer is 3 dagen te laat');
  expect(sayIn('nl_NL')(phrase('loan.late', { name: 'It', count: 1 }))).toBe('It is een dag te laat');
  expect(sayIn('de_DE')(late)).toBe('The beamer is 3 days late');
});

test('its values may be phrases, or several; what others said stays as it is', () => {
  const lost = phrase('loan.lost', {
    names: listed(['beamer', phrase('loan.help', { name: 'Ann' })], ' / '),
  });

  expect(sayIn('nl_NL')(phrase('loan.because', { what: lost, why: 'disk full' }))).toBe(
    'Kwijt: beamer / Vraag het Ann., omdat disk full',
  );
  expect(english(phrase('loan.because', { what: lost, why: 'disk full' }))).toBe(
    'Lost: beamer / Ask Ann., because disk full',
  );
});

test('an error speaks English to logs, and any language to people', () => {
  const error = new AppError(phrase('loan.lost', { names: 'beamer' }), {
    code: 'loan_lost',
    help: phrase('loan.help', { name: 'Ann' }),
  });

  expect(error).toMatchObject({ message: 'Lost: beamer', help: 'Ask Ann.' });
  expect(sayIn('nl_NL')(whatFailed(error))).toBe('Kwijt: beamer');
  expect(sayIn('nl_NL')(error.remedy ?? '')).toBe('Vraag het Ann.');
  expect(sayIn('nl_NL')(whatFailed(new Error('disk full')))).toBe('disk full');
});
