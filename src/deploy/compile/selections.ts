import type { FieldDeclaration } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import type { CompileContext } from './context.ts';
import { externalIdOf, fieldId } from './names.ts';

interface SelectionValue {
  readonly value: string;
  readonly label: string;
  readonly address: string;
}

/** The values of a selection, those that other addons add to it included, in the order that is wanted. */
export function compileSelection(
  address: string,
  model: string,
  name: string,
  { selection, models }: FieldDeclaration,
  context: CompileContext,
): readonly DesiredRecord[] {
  const own = Object.entries(selection ?? models ?? {}).map(([value, label]) => ({ value, label, address }));
  const extensions = context.selectionExtensions(model, name);
  const added = extensions.flatMap(({ addon, extension }) =>
    Object.entries(extension.add ?? {}).map(([value, label]) => ({
      value,
      label,
      address: `${addon} › ${model}.${name}`,
    })),
  );
  const order = extensions.findLast(({ extension }) => extension.order !== undefined)?.extension.order;
  const values: readonly SelectionValue[] = inOrder([...own, ...added], order);
  return values.map(({ value, label, ...owner }, index) => ({
    externalId: externalIdOf('selection', model, name, value),
    model: 'ir.model.fields.selection',
    stage: 'selections',
    address: `${owner.address} › ${value}`,
    values: { field_id: { ref: fieldId(model, name) }, value, name: label, sequence: index },
  }));
}

/** Values that the order does not name, such as those of a third addon, keep to the end. */
function inOrder(
  values: readonly SelectionValue[],
  order: readonly string[] | undefined,
): readonly SelectionValue[] {
  if (order === undefined) return values;
  const place = ({ value }: SelectionValue) => (order.includes(value) ? order.indexOf(value) : order.length);
  return values.toSorted((a, b) => place(a) - place(b));
}
