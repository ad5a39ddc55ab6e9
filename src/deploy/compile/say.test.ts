import { expect, test } from 'vitest';
import { defineAddon, defineServerAction } from '../../schema/index.ts';
import { check, DeclarationError } from '../check/check.ts';
import { compile } from './compile.ts';

const code = "raise UserError(say('loan.late', env.user.lang, {'name': record.name}))";
const action = defineServerAction({
  id: 'action_late',
  label: 'Late',
  model: 'res.partner',
  code,
  says: ['loan.late'],
});
const loans = defineAddon({
  name: 'loans',
  serverActions: [action],
  phrases: {
    en: { 'loan.late': '{{name}} is 100% late' },
    nl: { 'loan.late': '{{name}} is “100%” te laat' },
  },
});

test('code brings along what it says, in every language', () => {
  const [record] = compile([loans]).filter(({ model }) => model === 'ir.actions.server');

  expect(record?.values.code).toBe(
    [
      'texts = {"loan.late": {"en": "%(name)s is 100%% late", "nl": "%(name)s is “100%%” te laat"}}',
      "say = lambda key, lang, values: (texts[key].get(lang) or texts[key].get((lang or '')[:2]) or texts[key]['en']) % values",
      code,
    ].join('\n'),
  );
});

test('a text that the addon does not have is a fault', () => {
  const misspelt = { ...loans, serverActions: [{ ...action, says: ['loan.latte'] }] };

  expect(() => check([misspelt])).toThrow(DeclarationError);
  expect(() => check([misspelt])).toThrow('did you mean "loan.late"?');
});
