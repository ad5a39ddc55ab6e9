import { expect, test } from 'vitest';
import { canonicalXml } from './canonical-xml.ts';

test('spaces, attribute order, comments and quoting do not matter', () => {
  const declared = `<list  string="Tickets"
      multi_edit="1"><!-- why --><field name='x_name'/> </list>`;

  expect(canonicalXml(declared)).toBe(
    canonicalXml('<list multi_edit="1" string="Tickets"><field name="x_name"></field></list>'),
  );
});

test('names, values, order and text matter', () => {
  const arch = '<list><field name="a"/><field name="b">text</field></list>';

  for (const other of [
    '<list><field name="b">text</field><field name="a"/></list>',
    '<list><field name="a"/><field name="b">texts</field></list>',
    '<list><field name="a" string="A"/><field name="b">text</field></list>',
    '<form><field name="a"/><field name="b">text</field></form>',
  ]) {
    expect(canonicalXml(other)).not.toBe(canonicalXml(arch));
  }
});

test('broken XML is compared as it stands', () => {
  expect(canonicalXml('<list>')).toBe('<list>');
});
