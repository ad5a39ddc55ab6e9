import { expect, test } from 'vitest';
import { pairTexts, textsOf, translateMarkup } from './translate-markup.ts';

const dutch = new Map([
  ['Tickets', 'Meldingen'],
  ['Fish & chips', 'Vis & friet'],
  ['Are you sure?', 'Zeker weten?'],
]);
const translate = (source: string) => translateMarkup(source, (text) => dutch.get(text));

test('texts and the attributes that people see are replaced, everything else stays', () => {
  const source =
    '<list string="Tickets" class="Tickets"><field name="x" confirm="Are you sure?"/> Fish &amp; chips </list>';

  expect(translate(source)).toBe(
    '<list string="Meldingen" class="Tickets"><field name="x" confirm="Zeker weten?"/> Vis &amp; friet </list>',
  );
});

test('a text may be broken over lines, and XML may be a fragment', () => {
  expect(translate('<p>Are\n  you sure?</p><p>Tickets</p>')).toBe('<p>Zeker weten?</p><p>Meldingen</p>');
});

test('the text of a link is one that people see, other attributes of that name are not', () => {
  expect(textsOf('<form><field widget="url" text="Open"/><field text="not shown"/></form>')).toEqual([
    'Open',
  ]);
});

test('what an inheriting view sets in an attribute is a text where people see that attribute', () => {
  expect(
    textsOf(
      '<xpath expr="//field"><attribute name="invisible">x_a</attribute><attribute name="string">Name</attribute></xpath>',
    ),
  ).toEqual(['Name']);
});

test('the texts of a translation are found by those that they translate', () => {
  const source = '<p>Tickets <b>Fish &amp; chips</b></p>';

  expect(pairTexts(source, translate(source))).toEqual(
    new Map([
      ['Tickets', 'Meldingen'],
      ['Fish & chips', 'Vis & friet'],
    ]),
  );
});

test('what is no XML stays as it is', () => {
  expect(translate('<p>Tickets')).toBe('<p>Tickets');
});
