import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createZammadData } from '../../emulator/zammad/data/create-zammad-data.ts';
import { ImportSource } from '../../src/addons/imports/models.ts';
import type { OdooClient } from '../../src/odoo/client.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import { createWorld, type State, uniqueData, type World } from './import-world.ts';
import {
  type Clock,
  createClock,
  type Happening,
  happen,
  happening,
  type Rename,
  rename,
} from './zammad-happenings.ts';

let backend: Backend;
let service: OdooClient;

beforeAll(async () => {
  ({ backend, service } = await startDeployed());
});
afterAll(() => backend.close());

const isLive = process.env.TEST_BACKEND === 'live';
const settings = { numRuns: isLive ? 3 : 20, endOnFailure: isLive };

/** The articles go with the ticket into which they were moved. */
const mergedAndDeleted: Happening[] = [
  { kind: 'run' },
  { kind: 'merge', ticket: 1, other: 0 },
  { kind: 'delete', ticket: 0 },
];

/** The link of the merge stays, and is one like any other from then on. */
const mergedAndOpenedAgain: Happening[] = [
  { kind: 'merge', ticket: 1, other: 0 },
  { kind: 'run' },
  { kind: 'edit', ticket: 1, state: 2, title: 'Not the same after all' },
];

/** Its time of change lies before the cursor by the time it can be seen. */
const committedLate: Happening[] = [
  { kind: 'edit', ticket: 0, state: 2, title: 'New title' },
  { kind: 'run' },
  { kind: 'create', title: 'New title', customer: 0, lateMs: 200_000 },
];

/** What was a message becomes the description. */
const firstHidden: Happening[] = [{ kind: 'run' }, { kind: 'hide', ticket: 1, article: 0 }];

const renamed: (Happening | Rename)[] = [
  { kind: 'run' },
  ...(['user', 'organization', 'state'] as const).map((what) => ({ kind: 'rename', what }) as const),
];

/** What the survivor inherits, the ticket at the other end is not told. */
const linkedAndMerged: Happening[] = [
  { kind: 'link', ticket: 0, other: 2 },
  { kind: 'run' },
  { kind: 'merge', ticket: 2, other: 1 },
];

/** What becomes the description again has its file under it, and no message left that shows it. */
const hiddenTwice: Happening[] = [
  { kind: 'run' },
  { kind: 'hide', ticket: 0, article: 0 },
  { kind: 'run' },
  { kind: 'hide', ticket: 0, article: 0 },
  { kind: 'edit', ticket: 0, state: 1, title: 'New title' },
  { kind: 'delete', ticket: 1 },
];

const examples = [
  hiddenTwice,
  linkedAndMerged,
  mergedAndDeleted,
  mergedAndOpenedAgain,
  committedLate,
  firstHidden,
];

describe('any changes in Zammad with runs in between', () => {
  test('end as one import at the end does', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 24 }), async (happenings) => {
        await withWorld(async (world, clock) => {
          for (const each of happenings) await happen(world, clock, each);
          await world.run();

          await expectSameAsAtOnce(world);
        });
      }),
      { ...settings, examples: examples.map((each) => [each]) },
    );
  });

  test('and with names that change end so within a day', { timeout: 600_000 }, async () => {
    const either = fc.oneof({ weight: 2, arbitrary: happening }, { weight: 1, arbitrary: rename });
    await fc.assert(
      fc.asyncProperty(fc.array(either, { minLength: 4, maxLength: 16 }), async (happenings) => {
        await withWorld(async (world, clock) => {
          for (const each of happenings) await happen(world, clock, each);
          await letDayPass(world);
          // Zammad tells new names of groups with their tickets, where the token has no right to list groups.
          await world.run({ mode: happenings.some(isGroupRename) ? 'full' : 'import' });

          await expectSameAsAtOnce(world);
        });
      }),
      { ...settings, numRuns: Math.ceil(settings.numRuns / 2), examples: [[renamed]] },
    );
  });
});

const isGroupRename = (each: Happening | Rename) => each.kind === 'rename' && each.what === 'group';

/** Once a day a run compares everything with Odoo. */
async function letDayPass({ sourceName }: World): Promise<void> {
  const sources = backend.odoo.model(ImportSource);
  const ids = await sources.search([['x_key', '=', sourceName]]);
  await sources.write(ids, { x_reconciled_at: '2026-01-01 00:00:00' });
}

async function withWorld(work: (world: World, clock: Clock) => Promise<void>): Promise<void> {
  const clock = createClock();
  const world = await createWorld(
    { service, inspector: backend.client },
    {
      clock: clock.next,
      data: (suffix) =>
        uniqueData(suffix, createZammadData({ tickets: 5, customers: 4, fileEvery: 4, fileBytes: 40 })),
    },
  );
  try {
    await work(world, clock);
  } finally {
    await world.close();
  }
}

/** A second Zammad of the same content, imported once. */
async function expectSameAsAtOnce(world: World): Promise<void> {
  const fresh = await createWorld(
    { service, inspector: backend.client },
    { data: (suffix) => JSON.parse(JSON.stringify(world.zammad.data).replaceAll(world.suffix, suffix)) },
  );
  try {
    await fresh.run();
    const atOnce = comparable(await fresh.readState(), fresh);
    const ended = comparable(await world.readState(), world);
    expect(ended).toEqual(atOnce);
  } finally {
    await fresh.close();
  }
}

/**
 * Without the world's own names, and without what Zammad no longer has: a ticket that is gone is archived only after it was
 * asked for twice, and a message is never taken away because it is absent.
 */
function comparable(state: State, { zammad, suffix }: World): State {
  const kept = new Set<unknown>(zammad.data.tickets.map(({ id }) => `ticket_${id}`));
  const { articles } = zammad.data;
  const there = new Set([
    ...articles.map(({ id }) => `article_${id}`),
    ...articles.flatMap(({ attachments = [] }) => attachments.map(({ id }) => `file_${id}`)),
  ]);
  const gone = (key: string) => /^(article|file)_/.test(key) && !there.has(key);
  const ofKept = (records: State['messages']) =>
    Object.fromEntries(Object.entries(records).filter(([key, { ticket }]) => kept.has(ticket) && !gone(key)));
  const tickets = Object.entries(state.tickets).filter(([key]) => kept.has(key));
  const messages = ofKept(state.messages);
  const named = new Set<unknown>([
    ...tickets.map(([, ticket]) => ticket.partner),
    ...Object.values(messages).map(({ author }) => author),
  ]);
  for (const key of [...named]) named.add(state.partners[String(key)]?.company);
  return JSON.parse(
    JSON.stringify({
      tickets: Object.fromEntries(
        tickets.map(([key, { links, mergedInto, ...ticket }]) => [
          key,
          {
            ...ticket,
            links: Array.isArray(links) ? links.filter((link) => kept.has(link)) : links,
            mergedInto: kept.has(mergedInto) ? mergedInto : null,
          },
        ]),
      ),
      messages,
      files: ofKept(state.files),
      partners: Object.fromEntries(Object.entries(state.partners).filter(([key]) => named.has(key))),
    })
      .replaceAll(suffix, '')
      .replaceAll(zammad.url, ''),
  );
}
