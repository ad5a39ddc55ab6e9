import { isOdooError } from '../../../src/odoo/faults.ts';
import type { Odoo } from '../../../src/odoo/model-api.ts';
import { createFieldsOf, findOpenModels, textsOf } from './open-models.ts';

/** More than this nobody needs to see that one of them tells. */
const MOST = 200;
/** A field that every model has and none hides: who may not read it may read no other. */
const PLAINEST = 'create_date';
/** What Odoo gives of a record to whoever may not read it. */
const GIVEN = ['id', 'display_name'];
/** Models that are asked about at once. */
const AT_ONCE = 4;

interface User {
  readonly id: number;
  readonly odoo: Odoo;
}

/**
 * What this user's own session reads of every model that lines open to them: all fields, those of what a record links to, its
 * names, and what records are counted by. Answers where one of the words stands. Where Odoo refuses some fields at once,
 * each half of them is asked for by itself, down to the one that it refuses; not where it refuses the very records.
 */
export async function findTellingReads(
  admin: Odoo,
  user: User,
  words: readonly string[],
  isMeant: (model: string) => boolean = () => true,
): Promise<readonly string[]> {
  const fieldsOf = createFieldsOf(admin);
  const telling: string[] = [];
  const look = (where: string, answer: unknown) => {
    const text = JSON.stringify(answer);
    if (words.some((word) => text.includes(word))) telling.push(where);
  };
  const models = (await findOpenModels(admin, user.id)).filter(isMeant);
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let model = models.pop(); model !== undefined; model = models.pop()) await readModel(model);
  });
  await Promise.all(workers);
  return telling.sort();

  async function readModel(model: string): Promise<void> {
    const fields = await fieldsOf(model);
    const ask = (method: string, args: readonly unknown[], kwargs = {}) =>
      user.odoo.call(model, method, args, kwargs, { retry: true });
    for (const [part, answer] of await ofAll(Object.keys(fields), (names) =>
      ask('search_read', [[], names], { limit: MOST }),
    )) {
      look(`${model}: ${part}`, answer);
    }
    for (const [name, { relation }] of Object.entries(fields)) {
      if (relation === undefined) continue;
      for (const [part, answer] of await ofAll(Object.keys(await fieldsOf(relation)), (names) => {
        const nested = Object.fromEntries(names.map((field) => [field, {}]));
        return ask('web_search_read', [[], { [name]: { fields: nested } }], { limit: MOST });
      })) {
        look(`${model}: ${name}.${part}`, answer);
      }
    }
    for (const word of words) {
      for (const [, answer] of await ofAll(['name'], () => ask('name_search', [word])))
        look(`${model}: name`, answer);
    }
    for (const name of textsOf(fields)) {
      for (const [, answer] of await ofAll([name], () =>
        ask('read_group', [[], ['__count'], [name]], { lazy: false }),
      )) {
        look(`${model}: by ${name}`, answer);
      }
    }
  }
}

type Answers = readonly (readonly [names: string, answer: unknown])[];

async function ofAll(
  names: readonly string[],
  ask: (names: readonly string[]) => Promise<unknown>,
): Promise<Answers> {
  const all = await tryAll(names, ask);
  if (all.length > 0 || names.length < 2) return all;
  const isClosed = names.includes(PLAINEST) && (await tryAll([PLAINEST], ask)).length === 0;
  return inHalves(isClosed ? names.filter((name) => GIVEN.includes(name)) : names, ask);
}

async function inHalves(
  names: readonly string[],
  ask: (names: readonly string[]) => Promise<unknown>,
): Promise<Answers> {
  const half = Math.ceil(names.length / 2);
  const parts = names.length > 1 ? [names.slice(0, half), names.slice(half)] : [names];
  const answers = await Promise.all(
    parts.map(async (part) => {
      const answered = await tryAll(part, ask);
      return answered.length > 0 || part.length < 2 ? answered : inHalves(part, ask);
    }),
  );
  return answers.flat();
}

async function tryAll(
  names: readonly string[],
  ask: (names: readonly string[]) => Promise<unknown>,
): Promise<Answers> {
  if (names.length === 0) return [];
  try {
    return [[names.length > 3 ? `${names.length} fields` : names.join(', '), await ask(names)]];
  } catch (error) {
    if (!isOdooError(error)) throw error;
    return [];
  }
}
