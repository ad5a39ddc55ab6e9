import { checkModelAccess, compileVisibility } from '../access/check-access.ts';
import { compileDomain } from '../domain/compile-domain.ts';
import { tableOf } from '../env.ts';
import type { Env, Model, SearchOptions } from '../model.ts';
import type { Row } from '../values.ts';
import { activeField, hidesArchived } from './hides-archived.ts';
import { sortRows } from './sort-rows.ts';

/** The rows that match, that the user may see, sorted and sliced. */
export function searchRows(env: Env, model: Model, domain: unknown, options: SearchOptions = {}): Row[] {
  const found = findMatching(env, model, domain);
  const sorted = sortRows(env, model, found, options.order || model.order);
  const start = options.offset ?? 0;
  return options.limit || start
    ? sorted.slice(start, options.limit ? start + options.limit : undefined)
    : sorted;
}

export function countRows(env: Env, model: Model, domain: unknown): number {
  return findMatching(env, model, domain).length;
}

function findMatching(env: Env, model: Model, domain: unknown): Row[] {
  checkModelAccess(env, model, 'read');
  const test = compileDomain(env, model, domain, visibilityOf);
  const visible = compileVisibility(env, model);
  const onlyActive = hidesArchived(env, model, domain);
  const found: Row[] = [];
  for (const row of tableOf(env, model.name).rows()) {
    if (onlyActive && row.get(activeField(model)) === false) continue;
    if (test(row) && (!visible || visible(row))) found.push(row);
  }
  return found;
}

/** A domain that leads into another model meets that model's access lines and rules. */
function visibilityOf(env: Env, model: Model) {
  checkModelAccess(env, model, 'read');
  return compileVisibility(env, model);
}
