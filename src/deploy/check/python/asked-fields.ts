import type { FieldDeclaration } from '../../../schema/index.ts';
import type { KnownNames } from '../known-names.ts';
import { type Syntax, textOf } from './syntax.ts';

/** The names, and the fields that the code itself asks for before it uses them: `'x_room' in record._fields`. */
export function withAskedFields(names: KnownNames, tree: Syntax): KnownNames {
  const asked = findAskedFields(tree);
  if (asked.length === 0) return names;
  const unknown = asked.map((field): [string, FieldDeclaration] => [field, { type: 'char', label: field }]);
  return {
    ...names,
    fields: new Set([...names.fields, ...asked]),
    fieldsOf: (model) => new Map([...unknown, ...names.fieldsOf(model)]),
  };
}

function findAskedFields(node: Syntax): readonly string[] {
  const below = node.children.flatMap(findAskedFields);
  const [left, operator, right] = node.children;
  if (node.kind !== 'BinaryExpression' || operator?.text !== 'in') return below;
  const name = textOf(left);
  return name !== undefined && right?.children.at(-1)?.text === '_fields' ? [name, ...below] : below;
}
