import type { AutomationDeclaration } from '../../schema/index.ts';

/** Odoo finds no record in it without looking at any. */
const NOTHING = "[(0, '=', 1)]";
const CONTEXT = 'user.env.context';

/**
 * The domain by which Odoo chooses the records that an automation runs for, as a Python expression. Odoo works it out
 * on each change, each stored value that it computes included, and puts it to every record before it looks whether a
 * field has changed that the automation watches: with twenty automations that takes longer than all the rest. So the
 * expression itself looks first at what was written; on its own Odoo would do as much, and as little.
 */
export function renderFilter(automation: AutomationDeclaration): string {
  const { unless, together, filter = '' } = automation;
  const watched = watchedFields(automation);
  const cases = unless === undefined ? [] : [`${NOTHING} if ${CONTEXT}.get('${unless}')`];
  if (together !== undefined) {
    const newest = `${named(newestOf(automation.model, together, filter))} if ${IS_NEW}`;
    if (watched.length === 0) return [...cases, newest, filter || '[]'].join(' else ');
    const first = `${named(firstOf(watched, filter))} if ${isWritten(watched)}`;
    return [...cases, newest, first, NOTHING].join(' else ');
  }
  if (cases.length === 0 && watched.length === 0) return filter;
  if (watched.length === 0) return [...cases, filter || '[]'].join(' else ');
  return [...cases, `${filter || '[]'} if ${IS_NEW} or ${isWritten(watched)}`, NOTHING].join(' else ');
}

const named = (ids: string) => `[('id', 'in', ${ids})]`;

/**
 * Which record was made last of those that wait: one of those that Odoo has just made. Whatever else a transaction sees was
 * there before it, with lower ids, so none of that is looked at.
 */
function newestOf(model: string, together: string, filter: string): string {
  const data = 'user.env.cr.precommit.data';
  const key = `'supportdesk.before.${model}'`;
  const others = `[('create_date', '!=', user.env.cr.now()), ${WHETHER_ACTIVE}]`;
  const before = `model.sudo().search(${others}, order='id desc', limit=1).id or 0`;
  const since = `('id', '>', ${data}.get(${key}) or ${data}.setdefault(${key}, ${before}))`;
  const terms = `${since}, ('create_date', '=', user.env.cr.now()), ${WHETHER_ACTIVE}, ${together}`;
  const domain = `[${terms}]${filter && ` + ${filter}`}`;
  return `model.sudo().search(${domain}, order='id desc', limit=1).ids`;
}

const WHETHER_ACTIVE = "('x_active', 'in', [True, False])";

/** Which record is the first that a write has changed. Odoo runs no Python that has one loop look into another. */
function firstOf(watched: readonly string[], filter: string): string {
  const all = `model.sudo().browse(list(${OLD_VALUES}))${filter && `.filtered_domain(${filter})`}`;
  const old = `${OLD_VALUES}[one.id]`;
  const differs = watched
    .map((name) => `'${name}' in ${old} and ${old}['${name}'] != one['${name}']`)
    .join(' or ');
  return `[one.id for one in ${all} if ${differs}][:1]`;
}

/** Odoo keeps there what the fields held that a change writes, by record. */
const OLD_VALUES = `${CONTEXT}.get('old_values')`;
const IS_NEW = `not ${OLD_VALUES}`;

const isWritten = (names: readonly string[]) =>
  `[name for name in [${names.map((name) => `'${name}'`).join(', ')}] if name in list(${OLD_VALUES}.values())[0]]`;

function watchedFields(automation: AutomationDeclaration): readonly string[] {
  if (automation.trigger !== 'on_create_or_write' && automation.trigger !== 'on_write') return [];
  return automation.fields ?? [];
}
