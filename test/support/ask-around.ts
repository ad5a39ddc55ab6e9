import { z } from 'zod';
import { isOdooError } from '../../src/odoo/faults.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';

const Fields = z.record(
  z.string(),
  z.object({ type: z.string(), relation: z.string().optional(), searchable: z.boolean().optional() }),
);
type Fields = z.infer<typeof Fields>;

const TEXT = ['char', 'text', 'html'];
const LINKS = ['many2one', 'one2many', 'many2many'];
/** What Odoo itself keeps of what is said about a record. */
const SAID = ['mail.message', 'mail.mail', 'mail.tracking.value', 'ir.attachment', 'rating.rating'];
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
): Promise<readonly string[]> {
  const known = new Map<string, Promise<Fields>>();
  const fieldsOf = (model: string): Promise<Fields> => {
    const fields = known.get(model) ?? readFields(admin, model);
    known.set(model, fields);
    return fields;
  };
  const questions: { readonly model: string; readonly paths: readonly string[] }[] = [];
  for (const model of await findOpenModels(admin, user.id)) {
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

/** Models that access lines let the user read: lines of their groups, and of everybody. */
async function findOpenModels(admin: Odoo, userId: number): Promise<readonly string[]> {
  const [user] = z
    .array(z.object({ groups_id: z.array(z.number()) }))
    .parse(await admin.call('res.users', 'read', [[userId], ['groups_id']]));
  const implied = z
    .array(z.object({ trans_implied_ids: z.array(z.number()) }))
    .parse(await admin.call('res.groups', 'read', [user?.groups_id ?? [], ['trans_implied_ids']]));
  const groups = [...(user?.groups_id ?? []), ...implied.flatMap((group) => group.trans_implied_ids)];
  const lines = z
    .array(z.object({ model_id: z.tuple([z.number(), z.string()]) }))
    .parse(
      await admin.call('ir.model.access', 'search_read', [
        [['perm_read', '=', true], '|', ['group_id', '=', false], ['group_id', 'in', groups]],
        ['model_id'],
      ]),
    );
  const models = z
    .array(z.object({ model: z.string(), transient: z.boolean() }))
    .parse(
      await admin.call('ir.model', 'read', [
        [...new Set(lines.map(({ model_id }) => model_id[0]))],
        ['model', 'transient'],
      ]),
    );
  return models.flatMap(({ model, transient }) => (transient ? [] : [model]));
}

async function readFields(admin: Odoo, model: string): Promise<Fields> {
  try {
    return Fields.parse(
      await admin.call(model, 'fields_get', [[], ['type', 'relation', 'searchable']], {}, { retry: true }),
    );
  } catch (error) {
    // A model whose module is not there.
    if (isOdooError(error)) return {};
    throw error;
  }
}

const isSearched = ({ searchable }: Fields[string]): boolean => searchable !== false;

const textsOf = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    TEXT.includes(field.type) && isSearched(field) ? [name] : [],
  );

const linksOf = (fields: Fields): readonly (readonly [name: string, relation: string])[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    LINKS.includes(field.type) && field.relation && isSearched(field)
      ? [[name, field.relation] as const]
      : [],
  );

/** Ways from a model, each with the model at its end: none, a relation, two of them. */
async function findWays(
  model: string,
  fieldsOf: (model: string) => Promise<Fields>,
): Promise<readonly (readonly [prefix: string, end: string])[]> {
  const ways: (readonly [string, string])[] = [['', model]];
  for (const [name, relation] of linksOf(await fieldsOf(model))) {
    ways.push([`${name}.`, relation]);
    for (const [next, end] of linksOf(await fieldsOf(relation))) ways.push([`${name}.${next}.`, end]);
  }
  return ways;
}

/** All at once; one by one where Odoo refuses that, for one of them may be open. */
async function ask(
  odoo: Odoo,
  model: string,
  paths: readonly string[],
  words: readonly string[],
): Promise<readonly string[]> {
  const leaves = paths.flatMap((path) => words.map((word) => [path, 'like', word]));
  const domain = [...leaves.slice(1).map(() => '|'), ...leaves];
  let isFound: boolean;
  try {
    isFound = Number(await odoo.call(model, 'search_count', [domain], {}, { retry: true })) > 0;
  } catch (error) {
    if (!isOdooError(error)) throw error;
    isFound = paths.length > 1;
  }
  if (!isFound) return [];
  if (paths.length === 1) return [`${model}: ${paths[0]}`];
  const each: string[] = [];
  for (const path of paths) each.push(...(await ask(odoo, model, [path], words)));
  return each;
}
