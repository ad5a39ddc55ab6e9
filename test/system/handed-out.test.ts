import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { destructiveChanges } from '../../src/deploy/destructive.ts';
import { plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import {
  type AddonDeclaration,
  defineAccess,
  defineAddon,
  defineMailTemplate,
  defineModel,
  defineParameter,
  defineRecord,
  defineSequence,
  defineServerAction,
  field,
} from '../../src/schema/index.ts';
import { interrupt, Killed } from '../support/interrupt.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

/** A real Odoo may hold the product, and keeps it. */
const product = process.env.TEST_BACKEND === 'live' ? addons.map(({ declaration }) => declaration) : [];
let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
});
beforeEach(() => deploy([]));
afterAll(async () => {
  await deploy([]);
  await backend.close();
});

/** Names, since what was handed out once is not handed out again. */
let round = 0;
beforeEach(() => {
  round += 1;
});

const Word = defineModel('x_support.word', {
  label: 'Word',
  mail: { thread: true },
  fields: { x_name: field.char('Word'), x_other_id: field.many2one('Other', 'x_support.word') },
});
const base = (more: Partial<AddonDeclaration> = {}): AddonDeclaration => ({
  ...defineAddon({
    name: 'words',
    models: [Word],
    access: [
      defineAccess({
        id: 'access_word',
        model: 'x_support.word',
        group: 'base.group_system',
        rights: ['read', 'write', 'create', 'delete'],
      }),
    ],
  }),
  ...more,
});
const word = (name: string, x_name = name, more: object = {}) =>
  defineRecord(Word, { id: `word_${name}_${round}`, values: { x_name, ...more } });
const words = (...names: readonly string[]) => base({ records: names.map((name) => word(name)) });

const planFor = (declared: readonly AddonDeclaration[]) => plan(backend.odoo, [...product, ...declared]);

async function deploy(declared: readonly AddonDeclaration[], odoo = backend.odoo): Promise<void> {
  await apply(odoo, await planFor(declared), () => undefined);
}

async function find(name: string) {
  const [row] = await findExternalIds(backend.odoo, [`__supportdesk__.${name}_${round}`]);
  if (row) return row;
  throw new Error(`Odoo has no ${name}`);
}

async function change(name: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const { model, recordId } = await find(name);
  await backend.odoo.call(model, 'write', [[recordId], values]);
}

async function remove(name: string): Promise<void> {
  const { model, recordId } = await find(name);
  await backend.odoo.call(model, 'unlink', [[recordId]]);
}

const readWords = async () => {
  const rows = await backend.odoo.call('x_support.word', 'search_read', [[], ['x_name']], { order: 'id' });
  return Array.isArray(rows) ? rows.map(({ x_name }) => x_name) : rows;
};

/** All but the note about what is declared. */
const changesOf = ({ changes }: Awaited<ReturnType<typeof planFor>>) =>
  changes
    .filter((found) => found.kind === 'delete' || found.record.stage !== 'seal')
    .map(
      (found) => `${found.kind} ${found.kind === 'delete' ? found.live.externalId : found.record.address}`,
    );

describe('a record that was handed out', () => {
  test('is the organisation’s: changed it stays changed, deleted it stays deleted', async () => {
    await deploy([words('one', 'two')]);
    await change('word_one', { x_name: 'uno' });
    await remove('word_two');

    expect(renderPlan(await planFor([words('one', 'two')]))).toBe('No changes.');
    await deploy([words('one', 'two', 'three')]);

    expect(await readWords()).toEqual(['uno', 'three']);
    expect(renderPlan(await planFor([words('one', 'two', 'three')]))).toBe('No changes.');
  });

  test('stays where it is no longer declared, and is not made anew when it is again', async () => {
    await deploy([words('one', 'two')]);

    expect(changesOf(await planFor([words('one')]))).toEqual([]);
    await deploy([words('one')]);
    await remove('word_two');
    await deploy([words('one', 'two')]);

    expect(await readWords()).toEqual(['one']);
    expect(renderPlan(await planFor([words('one', 'two')]))).toBe('No changes.');
  });

  test('leaves nothing behind when its model goes', async () => {
    await deploy([words('one')]);

    const shown = await planFor([]);
    await deploy([]);

    expect(destructiveChanges(shown)).toHaveLength(1);
    expect(await findExternalIds(backend.odoo, [`__supportdesk__.word_one_${round}`])).toEqual([]);
    expect(renderPlan(await planFor([]))).toBe('No changes.');
  });

  test('takes the references to it along when it is deleted', async () => {
    const other = { x_other_id: { ref: `word_one_${round}` } };
    await deploy([words('one')]);
    await remove('word_one');

    await deploy([base({ records: [word('one'), word('two', 'two', other)] })]);

    expect(await readWords()).toEqual(['two']);
  });

  test('is handed out once, wherever the apply is cut short', async () => {
    for (let cut = 0; ; cut += 1) {
      await deploy([]);
      round += 1;
      const declared = [words('one', 'two')];
      const { odoo, wasHit } = interrupt(backend.odoo, { after: cut, isCarriedOut: cut % 2 === 0 });
      await deploy(declared, odoo).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });

      await deploy(declared);

      expect({ cut, words: await readWords() }).toEqual({ cut, words: ['one', 'two'] });
      expect(renderPlan(await planFor(declared))).toBe('No changes.');
      // On a real Odoo each apply takes seconds.
      if (!wasHit() || (backend.kind === 'live' && cut > 6)) return;
    }
  });
});

describe('a record that follows its declaration', () => {
  const synced = (x_name: string) => base({ records: [{ ...word('one', x_name), sync: true }] });

  test('is changed with it, made again, and deleted with consent', async () => {
    await deploy([synced('one')]);
    await deploy([synced('uno')]);
    expect(await readWords()).toEqual(['uno']);

    await remove('word_one');
    await deploy([synced('uno')]);
    expect(await readWords()).toEqual(['uno']);

    const without = await planFor([base()]);
    expect(changesOf(without)).toEqual([`delete __supportdesk__.word_one_${round}`]);
    expect(destructiveChanges(without)).toHaveLength(1);
  });
});

describe('what is no longer declared', () => {
  test('stays with --keep-data where people made something of it, and is theirs again once it is declared', async () => {
    await deploy([words('one')]);
    const kept = await plan(backend.odoo, product, { keepData: true });

    await apply(backend.odoo, kept, () => undefined);

    expect(changesOf(kept)).toEqual(['delete __supportdesk__.access_word']);
    expect(renderPlan(kept)).toContain(
      '! stays ir.model             __supportdesk__.model__x_support_word (no longer declared, and holds what people made)',
    );
    expect(renderPlan(await planFor([]))).toContain('leave it in Odoo with `apply --keep-data`');
    expect(
      renderPlan(await plan(backend.odoo, product, { keepData: true }))
        .split('\n')
        .at(-1),
    ).toBe('No changes.');
    await deploy([words('one')]);
    expect(await readWords()).toEqual(['one']);
  });
});

describe('what else is handed out', () => {
  const more = (subject: string, value: string) =>
    base({
      mailTemplates: [
        defineMailTemplate({
          id: `template_${round}`,
          label: 'Mail',
          model: 'x_support.word',
          subject,
          body: '<p>Hello</p>',
        }),
      ],
      parameters: [defineParameter({ id: `parameter_${round}`, key: `words.${round}`, value })],
      serverActions: [
        defineServerAction({
          id: `mail_${round}`,
          label: 'Mail',
          model: 'x_support.word',
          mail: { template: `template_${round}`, as: 'note' },
        }),
      ],
    });

  test('are the texts of mails and the values of parameters', async () => {
    await deploy([more('Hello', '1')]);
    await change('template', { subject: 'Dear customer' });
    await change('parameter', { value: '5' });

    expect(changesOf(await planFor([more('Good day', '2')]))).toEqual([]);
    await remove('template');

    expect(changesOf(await planFor([more('Hello', '1')]))).toEqual([]);
    expect(changesOf(await planFor([base()]))).toEqual([`delete __supportdesk__.mail_${round}`]);
  });

  test('is how a sequence counts: it goes on where it stopped, and comes back where it was deleted', async () => {
    const counting = (prefix: string) =>
      base({
        sequences: [
          defineSequence({
            id: `sequence_${round}`,
            label: 'Words',
            code: `x_word_${round}`,
            prefix,
            padding: 3,
          }),
        ],
      });
    const next = () => backend.odoo.call('ir.sequence', 'next_by_code', [`x_word_${round}`]);
    await deploy([counting('W')]);
    await change('sequence', { prefix: 'V' });
    expect(await next()).toBe('V001');

    await deploy([base()]);
    await deploy([counting('W')]);
    expect(await next()).toBe('V002');

    await remove('sequence');
    await deploy([counting('W')]);
    expect(await next()).toBe('W001');
  });
});

test('a model that somebody deleted by hand is made again, and its records that follow the declarations', async () => {
  const declared = [base({ records: [{ ...word('one'), sync: true }] })];
  await deploy(declared);
  const [row] = await findExternalIds(backend.odoo, ['__supportdesk__.model__x_support_word']);
  await backend.odoo.call('ir.model', 'unlink', [[row?.recordId]]);

  await deploy(declared);

  expect(await readWords()).toEqual(['one']);
  expect(renderPlan(await planFor(declared))).toBe('No changes.');
});
