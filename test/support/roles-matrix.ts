import { addons } from '../../src/addons/index.ts';
import type { AccessDeclaration, Right } from '../../src/schema/index.ts';
import { GROUPS, type Role } from './roles-world.ts';

export const ROLES_MARKS = ['Who may do what, rendered by npm run docs.', 'End of who may do what.'] as const;

const RIGHTS = ['read', 'write', 'create', 'delete'] as const satisfies readonly Right[];
const LETTERS: Readonly<Record<Right, string>> = { read: 'r', write: 'w', create: 'c', delete: 'd' };

/** Each with the groups that its own implies. */
const HAS: Readonly<Record<Role, readonly string[]>> = {
  own: [GROUPS.own],
  team: [GROUPS.team, GROUPS.own],
  all: [GROUPS.all, GROUPS.team, GROUPS.own],
  administrator: [GROUPS.administrator, GROUPS.all, GROUPS.team, GROUPS.own],
  service: [GROUPS.service],
  employee: [],
};
export const ROLES = Object.keys(HAS).filter((role): role is Role => role in HAS);

const access: readonly AccessDeclaration[] = addons.flatMap(({ declaration }) => declaration.access ?? []);

/** All models that are ours. */
export const MODELS = addons
  .flatMap(({ declaration }) => declaration.models ?? [])
  .filter(({ kind, name }) => kind === 'model' && name.startsWith('x_'))
  .map(({ name, label }) => ({ name, label: label ?? name }))
  .toSorted((a, b) => a.name.localeCompare(b.name));

/** What somebody may do to a model as the declarations say, `rwcd` or less; which of its records is for its rules to say. */
export function rightsOf(model: string, role: Role): string {
  const lines = access.filter((line) => line.model === model && HAS[role].includes(line.group));
  return RIGHTS.filter((right) => lines.some(({ rights }) => rights.includes(right)))
    .map((right) => LETTERS[right])
    .join('');
}

/** The table of docs/roles.md. */
export function renderRolesMatrix(): string {
  const columns = ['own', 'administrator', 'service', 'employee'] as const;
  const rows = MODELS.map(({ name, label }) => [
    `${label} (\`${name}\`)`,
    ...columns.map((role) => rightsOf(name, role) || '–'),
    '–',
  ]);
  const all = [['model', 'technician', 'administrator', 'service', 'employee', 'customer'], ...rows];
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill: string) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [head = '', ...body] = all.map((cells) => line(cells, ' '));
  return `\n${[
    head,
    line(
      widths.map(() => ''),
      '-',
    ),
    ...body,
  ].join('\n')}\n`;
}
