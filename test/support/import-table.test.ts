import { expect, test } from 'vitest';
import { parseImportTable } from './import-table.ts';

const HEAD = '| folder | holds | may import |\n| --- | --- | --- |\n';

test('is read as it stands', () => {
  const table = parseImportTable(`${HEAD}
| \`src/lib\`       | errors, \`and\` more | –          |
| \`src/odoo\`      | the client           | \`lib\`    |
| \`src/config.ts\` | settings             | \`lib\`    |
| \`src/config\`    | the YAML             | \`odoo\`, \`lib\` |
| \`src/addons\`    | features | all above but \`odoo\` and \`config\`; another addon only where it depends on it |
| \`src/cli\`       | commands             | all above  |
`);

  expect(table).toEqual({
    lib: [],
    odoo: ['lib'],
    config: ['lib', 'odoo', 'lib'],
    addons: ['lib'],
    cli: ['lib', 'odoo', 'config', 'addons'],
  });
});

test.each(['whatever it likes', 'all above, mostly', '`lib` or so'])('takes no %s', (cell) => {
  expect(() => parseImportTable(`${HEAD}| \`src/x\` | y | ${cell} |`)).toThrow('src/x');
});

test('is missed where there is none', () => {
  expect(() => parseImportTable('# Architecture')).toThrow('no table');
});
