import { isOdooError } from '../../../src/odoo/faults.ts';
import type { Odoo } from '../../../src/odoo/model-api.ts';
import {
  createFieldsOf,
  type Fields,
  type FieldsOf,
  findOpenModels,
  isSearched,
  textsOf,
} from './open-models.ts';

const LINKS = ['many2one', 'one2many', 'many2many'];
/** What Odoo itself keeps of what is said about a record. */
const SAID = ['mail.message', 'mail.mail', 'mail.tracking.value', 'ir.attachment', 'rating.rating'];
/** A word that stands in no text. */
const NOWHERE = 'zxqvjkw0';
/** Questions that are under way at once. */
const AT_ONCE = 6;

/**
 * Whoever may count records may ask about texts that they cannot read, letter by letter: along every relation, two deep, from
 * every model that lines open to this user. Answers the paths along which Odoo finds one of the words in what is said of
 * records, or in any model of ours; whatever model comes, it is asked, too.
 */
export async function findTellingPaths(
  admin: Odoo,
  user: { readonly id: number; readonly odoo: Odoo },
  words: readonly string[],
  isMeant: (model: string) => boolean = () => true,
): Promise<readonly string[]> {
  const fieldsOf = createFieldsOf(admin);
  const questions: { readonly model: string; readonly paths: readonly string[] }[] = [];
  for (const model of (await findOpenModels(admin, user.id)).filter(isMeant)) {
    for (const [prefix, end] of await findWays(model, fieldsOf)) {
      const isAsked = prefix === '' || SAID.includes(end) || end.startsWith('x_');
      const texts = isAsked ? textsOf(await fieldsOf(end)) : [];
      if (texts.length > 0) questions.push({ model, paths: texts.map((name) => `${prefix}${name}`) });
    }
  }
  const telling: string[] = [];
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let next = questions.pop(); next; next = questions.pop()) {
      telling.push(...(await ask(user.odoo, next.model, next.paths, words)));
    }
  });
  await Promise.all(workers);
  return telling.sort();
}

const linksOf = (fields: Fields): readonly (readonly [name: string, relation: string])[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    LINKS.includes(field.type) && field.relation && isSearched(field)
      ? [[name, field.relation] as const]
      : [],
  );

/** Ways from a model, each with the model at its end: none, a relation, two of them. */
async function findWays(
  model: string,
  fieldsOf: FieldsOf,
): Promise<readonly (readonly [prefix: string, end: string])[]> {
  const ways: (readonly [string, string])[] = [['', model]];
  for (const [name, relation] of linksOf(await fieldsOf(model))) {
    ways.push([`${name}.`, relation]);
    for (const [next, end] of linksOf(await fieldsOf(relation))) ways.push([`${name}.${next}.`, end]);
  }
  return ways;
}

/** How many records hold one of the words there; undefined where Odoo refuses to say. */
async function count(
  odoo: Odoo,
  model: string,
  paths: readonly string[],
  words: readonly string[],
): Promise<number | undefined> {
  const leaves = paths.flatMap((path) => words.map((word) => [path, 'like', word]));
  const domain = [...leaves.slice(1).map(() => '|'), ...leaves];
  try {
    return Number(await odoo.call(model, 'search_count', [domain], {}, { retry: true }));
  } catch (error) {
    if (!isOdooError(error)) throw error;
    return undefined;
  }
}

/** All at once; where Odoo refuses that, each half by itself, for one of them may be open. */
async function ask(
  odoo: Odoo,
  model: string,
  paths: readonly string[],
  words: readonly string[],
): Promise<readonly string[]> {
  const found = await count(odoo, model, paths, words);
  if (found === 0 || (found === undefined && paths.length === 1)) return [];
  if (paths.length === 1) {
    // A field that Odoo cannot search by counts all, whatever the word.
    const isTelling = found !== (await count(odoo, model, paths, [NOWHERE]));
    return isTelling ? [`${model}: ${paths[0]}`] : [];
  }
  if (found === undefined && (await isClosed(odoo, model, paths))) return [];
  const half = Math.ceil(paths.length / 2);
  return [
    ...(await ask(odoo, model, paths.slice(0, half), words)),
    ...(await ask(odoo, model, paths.slice(half), words)),
  ];
}

/** Odoo refuses the records at the end of the way: even a field that every model has and none hides. */
async function isClosed(odoo: Odoo, model: string, [path = '']: readonly string[]): Promise<boolean> {
  const domain = [[`${path.slice(0, path.lastIndexOf('.') + 1)}create_date`, '>', '2000-01-01 00:00:00']];
  try {
    await odoo.call(model, 'search_count', [domain], {}, { retry: true });
    return false;
  } catch (error) {
    if (isOdooError(error, 'odoo_access_error')) return true;
    if (isOdooError(error)) return false;
    throw error;
  }
}
