import { findExternalId, findRow, getModel } from '../env.ts';
import type { Env, Field } from '../model.ts';
import { searchRows } from '../orm/search.ts';
import { CellError } from './convert-cell.ts';

/** How a column names the record it refers to. */
export type ReferenceKind = 'id' | '.id' | 'name';

/** Writes the rows read so far, where a cell refers to one of them. */
export type FlushFor = (externalId: string) => void;

export interface Lookup {
  readonly env: Env;
  readonly field: Field;
  readonly kind: ReferenceKind;
  readonly flush: FlushFor;
}

/** The ids that a cell refers to: one for a many2one, several parted by commas for a many2many. */
export function resolveReference(lookup: Lookup, text: string): unknown {
  if (lookup.field.type === 'many2one') return findTarget(lookup, text);
  return [[6, 0, text.split(',').map((part) => findTarget(lookup, part.trim()))]];
}

const kindNames: Readonly<Record<ReferenceKind, string>> = {
  id: 'external id',
  '.id': 'database id',
  name: 'name',
};

function findTarget(lookup: Lookup, text: string): number | false {
  const { field, kind } = lookup;
  if (kind !== 'name' && /^(|0|false|no)$/i.test(text)) return false;
  const id = finders[kind](lookup, text);
  if (id !== undefined) return id;
  throw new CellError(`No matching record found for ${kindNames[kind]} '${text}' in field '%(field)s'`, {
    moreinfo: possibleValues(field, kind),
  });
}

const finders: Readonly<Record<ReferenceKind, (lookup: Lookup, text: string) => number | undefined>> = {
  id({ env, field, flush }, text) {
    const externalId = text.includes('.') ? text : `__import__.${text}`;
    flush(externalId);
    const found = findExternalId(env, externalId);
    if (!found || !findRow(env, found.model, found.id)) return undefined;
    if (found.model === field.relation) return found.id;
    throw new CellError(
      `Invalid external ID ${externalId}: expected model '${field.relation}', found '${found.model}'`,
    );
  },
  '.id'({ env, field }, text) {
    if (/^\s*\d+\s*$/.test(text)) return findRow(env, field.relation ?? '', Number(text))?.id;
    throw new CellError(`Invalid database id '${text}' for the field '%(field)s'`, {
      moreinfo: possibleValues(field, '.id'),
    });
  },
  name({ env, field }, text) {
    const domain = [['display_name', '=', text]];
    return searchRows(env, getModel(env, field.relation ?? ''), domain, { limit: 100 })[0]?.id;
  },
};

/** The action that Odoo's import screen offers next to such an error. */
const possibleValues = (field: Field, kind: ReferenceKind) => ({
  name: 'Possible Values',
  type: 'ir.actions.act_window',
  target: 'new',
  view_mode: 'list,form',
  views: [
    [false, 'list'],
    [false, 'form'],
  ],
  context: { create: false },
  help: 'See all possible values',
  ...(kind === 'name'
    ? { res_model: field.relation }
    : { res_model: 'ir.model.data', domain: [['model', '=', field.relation]] }),
});
