import { isOdooError } from '../../../src/odoo/faults.ts';
import type { Odoo } from '../../../src/odoo/model-api.ts';
import { createFieldsOf, findOpenModels, textsOf } from './open-models.ts';

/** More than this nobody needs to see that one of them tells. */
const MOST = 200;

/**
 * What this user's own session reads of every model that lines open to them: all fields, those of what a record links to, its
 * names, and what records are counted by. Answers where one of the words stands. Where Odoo refuses some fields at once,
 * each half of them is asked for by itself, down to the one that it refuses.
 */
export async function findTellingReads(
  admin: Odoo,
  user: { readonly id: number; readonly odoo: Odoo },
  words: readonly string[],
): Promise<readonly string[]> {
  const fieldsOf = createFieldsOf(admin);
  const telling: string[] = [];
  const look = (where: string, answer: unknown) => {
    const text = JSON.stringify(answer);
    if (words.some((word) => text.includes(word))) telling.push(where);
  };
  for (const model of await findOpenModels(admin, user.id)) {
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
      const inner = Object.keys(await fieldsOf(relation));
      for (const [part, answer] of await ofAll(inner, (names) => {
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
  return telling.sort();
}

async function ofAll(
  names: readonly string[],
  ask: (names: readonly string[]) => Promise<unknown>,
): Promise<readonly (readonly [names: string, answer: unknown])[]> {
  if (names.length === 0) return [];
  try {
    return [[names.length > 3 ? `${names.length} fields` : names.join(', '), await ask(names)]];
  } catch (error) {
    if (!isOdooError(error)) throw error;
    if (names.length === 1) return [];
    const half = Math.ceil(names.length / 2);
    return [...(await ofAll(names.slice(0, half), ask)), ...(await ofAll(names.slice(half), ask))];
  }
}
