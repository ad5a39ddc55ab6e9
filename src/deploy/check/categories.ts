import { type AddonDeclaration, type GroupDeclaration, toExternalId } from '../../schema/index.ts';
import type { Problem } from './problem.ts';

/** Odoo's user form shows the groups of a category without developer mode only where they stand in one line. */
export function checkCategories(addons: readonly AddonDeclaration[]): readonly Problem[] {
  const groups = addons.flatMap((addon) => addon.groups ?? []);
  return addons.flatMap(({ name, categories = [] }) =>
    categories.flatMap(({ id }) => {
      const members = groups.filter(({ category }) => toExternalId(category) === toExternalId(id));
      const places = members.map((group) => membersImplied(group, members, groups));
      if (new Set(places).size === members.length) return [];
      const message = `Odoo would hide its groups from the user form, since not each implies the one before (${members.map((group) => group.id).join(', ')}); part them`;
      return [{ address: `${name} › ${id}`, message }];
    }),
  );
}

/** How many of the category's other groups one brings along, directly or not: Odoo orders them by this. */
function membersImplied(
  group: GroupDeclaration,
  members: readonly GroupDeclaration[],
  groups: readonly GroupDeclaration[],
): number {
  const implied = new Set<string>();
  const visit = ({ implies }: GroupDeclaration) => {
    for (const id of implies.filter((one) => !implied.has(one))) {
      implied.add(id);
      const next = groups.find((candidate) => candidate.id === id);
      if (next) visit(next);
    }
  };
  visit(group);
  return members.filter(({ id }) => implied.has(id)).length;
}
