import { suggestion } from '../../lib/suggestion.ts';
import type { AddonDeclaration, FieldDeclaration, SelectionExtension } from '../../schema/index.ts';
import type { Problem } from './problem.ts';

/** Extensions of selections name fields that are selections, and order values that exist. */
export function checkSelections(addons: readonly AddonDeclaration[]): readonly Problem[] {
  const models = addons.flatMap((addon) => (addon.models ?? []).map((model) => ({ addon, model })));
  return models.flatMap(({ addon, model }) =>
    Object.entries(model.selections ?? {}).flatMap(([name, extension]) => {
      const parts = models.filter((other) => other.model.name === model.name);
      const fields = Object.assign({}, ...parts.map((part) => part.model.ownFields));
      const added = parts.flatMap((part) => Object.keys(part.model.selections?.[name]?.add ?? {}));
      return checkExtension(`${addon.name} › ${model.name}.${name}`, name, extension, fields, added);
    }),
  );
}

function checkExtension(
  address: string,
  name: string,
  { order = [] }: SelectionExtension,
  fields: Readonly<Record<string, FieldDeclaration>>,
  added: readonly string[],
): readonly Problem[] {
  const selection = fields[name]?.selection;
  if (selection === undefined) {
    const selections = Object.keys(fields).filter((field) => fields[field]?.selection !== undefined);
    return [{ address, message: `no addon declares this selection${suggestion(name, selections)}` }];
  }
  const known = [...Object.keys(selection), ...added];
  return order
    .filter((value) => !known.includes(value))
    .map((value) => ({
      address,
      message: `the order names "${value}", which is no value${suggestion(value, known)}`,
    }));
}
