import type { AddonDeclaration, FieldDeclaration, PersonalDeclaration } from '../schema/index.ts';

const PEOPLE = ['res.partner', 'x_support.ticket'];
const TEXTS = ['char', 'text', 'html', 'binary'];

/**
 * What addons hold of customers and do not say: links to contacts and tickets that no line of theirs names, and texts of
 * such models of which nobody decided whether they go. Each as `model.field: what is missing`.
 */
export function findUndeclared(addons: readonly AddonDeclaration[]): readonly string[] {
  const lines = addons.flatMap(({ personal = [] }) => personal);
  const models = addons.flatMap(({ models: declared = [] }) => declared);
  return [...new Set(models.map(({ name }) => name))].flatMap((model) => {
    const own = lines.filter((line) => line.model === model);
    const fields = models
      .filter(({ name }) => name === model)
      .flatMap(({ ownFields }) => [...Object.entries(ownFields)]);
    const kept = fields.filter(([, field]) => isKept(field));
    const links = kept
      .filter(([name, field]) => leadsToPeople(model, field) && !own.some((line) => namesLink(line, name)))
      .map(([name]) => `${model}.${name}: leads to a customer, and no line of \`personal\` names it`);
    const texts = kept
      .filter(([name, { type }]) => TEXTS.includes(type) && isUndecided(own, name))
      .map(([name]) => `${model}.${name}: neither in \`clears\` nor in \`keeps\` of a line of \`personal\``);
    return [...links, ...texts];
  });
}

/** What Odoo works out follows what it is worked out from. */
const isKept = ({ related, compute, script, editable }: FieldDeclaration): boolean =>
  related === undefined && ((compute === undefined && script === undefined) || editable === true);

function leadsToPeople(model: string, { type, relation = '', models = {} }: FieldDeclaration): boolean {
  // How tickets hang together tells of nobody.
  if (model === 'x_support.ticket' && relation === model) return false;
  if (type === 'reference') return Object.keys(models).some((name) => PEOPLE.includes(name));
  return (type === 'many2one' || type === 'many2many') && PEOPLE.includes(relation);
}

const namesLink = ({ of, names, aside }: PersonalDeclaration, field: string): boolean =>
  field in of || field in names || field in aside;

/** Of models whose records stay. */
function isUndecided(lines: readonly PersonalDeclaration[], field: string): boolean {
  const end = lines.find((line) => line.end !== undefined)?.end;
  if (end !== 'clear' && end !== 'keep') return false;
  return !lines.some(({ clears, keeps }) => clears.includes(field) || keeps.includes(field));
}
