import { expect, test } from 'vitest';
import { builtinModels } from './index.ts';

const attributes =
  'type label required readonly stored translate trim sanitize copied default tracking help selection relation ' +
  'inverse inverseModelField domain autoJoin onDelete related depends groups searchable aggregator';

test('fields say only what a field may say, and lead back from where they lead', () => {
  const models = new Map(builtinModels.map((model) => [model.name, model]));
  const problems = builtinModels.flatMap(({ name: model, fields }) =>
    Object.entries(fields).flatMap(([name, field]) => {
      const unknown = Object.keys(field).filter((attribute) => !attributes.split(' ').includes(attribute));
      const target = models.get(field.relation ?? '');
      const isLost = target && field.inverse && !(field.inverse in target.fields);
      return [...unknown, ...(isLost ? [`inverse ${field.inverse}`] : [])].map(
        (what) => `${model}.${name}: ${what}`,
      );
    }),
  );

  expect(problems).toEqual([]);
});
