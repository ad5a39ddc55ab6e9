import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applyConfig } from '../../src/addons/apply-config.ts';
import { addons as known } from '../../src/addons/index.ts';
import { Stage, StageTicket } from '../../src/addons/stages/models.ts';
import { LIFE } from '../../src/addons/tickets/life.ts';
import { TicketLink } from '../../src/addons/tickets/link-model.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { getConfig } from '../../src/config/get-config.ts';
import { apply } from '../../src/deploy/apply.ts';
import { checkConsent } from '../../src/deploy/destructive.ts';
import { plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { createServiceAccount } from '../support/create-service-account.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { type RunningPortal, startPortal } from '../support/start-portal.ts';
import { createVisitor } from '../support/visitor.ts';
import { buildState } from '../upgrades/build-state.ts';
import { type Census, takeCensus } from '../upgrades/census.ts';
import { compareCensuses } from '../upgrades/compare-censuses.ts';
import { linkHandedOut } from '../upgrades/link-handed-out.ts';
import { readPeoplesChanges } from '../upgrades/read-peoples-changes.ts';
import { listVersions, type RecordedState, readState } from '../upgrades/recorded-state.ts';

const versions = listVersions();
const isLive = process.env.TEST_BACKEND === 'live';
/** Databases of the real Odoo to which nothing was deployed, one a version. */
const fresh = (process.env.ODOO_FRESH_DBS ?? '').split(',').filter((name) => name !== '');

/** A plan with what an organisation decided: nothing, or a preset. */
function planFor({ odoo }: Backend, preset?: string) {
  const { config } = getConfig({ SUPPORTDESK_CONFIG: preset }, known);
  return plan(
    odoo,
    applyConfig(known, config).map(({ declaration }) => declaration),
  );
}

const FIELDS = ['res_model', 'views'];
const Actions = z.array(z.object({ res_model: z.string(), views: z.array(z.unknown()) }));

const cookieSecret = 'a secret for tests';

describe.each(versions)('an Odoo to which %s was deployed and in which people worked', (version) => {
  const database = fresh[versions.indexOf(version)];

  describe.skipIf(isLive && database === undefined)('comes to this version', () => {
    let backend: Backend;
    let state: RecordedState;
    let before: Census;
    let after: Census;
    let changed: Readonly<Record<string, unknown>>;
    let portal: RunningPortal;

    beforeAll(async () => {
      backend = await startBackend({ database });
      state = readState(version);
      await buildState(backend.odoo, state);
      before = await takeCensus(backend.odoo);
      changed = await readPeoplesChanges(backend.odoo, state.people);
      const planned = await planFor(backend);
      checkConsent(planned, {});
      await apply(backend.odoo, planned, () => undefined);
      after = await takeCensus(backend.odoo);
      portal = await startPortal({
        sessions: backend.sessions,
        service: createOdoo(await createServiceAccount(backend)),
        parts: known.flatMap((addon) => addon.portal ?? []),
        contributions: known.flatMap(({ contributes }) => contributes ?? []),
        files: backend.files,
        cookieSecret,
        ...(isLive ? { deadlineMs: 60_000 } : {}),
      });
    }, 3_600_000);
    afterAll(async () => {
      await portal?.close();
      await backend?.close();
    });

    test('without losing a value', () => {
      expect(compareCensuses(before, after)).toEqual([]);
    });

    test('with a stage for every ticket that means what its status says, though nobody changed it', async () => {
      const tickets = await backend.odoo
        .model(StageTicket)
        .searchRead([['x_active', 'in', [true, false]]], { fields: ['x_state', 'x_stage_id'] });
      const stages = await backend.odoo.model(Stage).searchRead([], { fields: ['x_meaning'] });
      const meanings = new Map(stages.map(({ id, x_meaning }) => [id, x_meaning]));

      expect(tickets.length).toBe(before.get(Ticket.name)?.rows.size);
      for (const { x_state, x_stage_id } of tickets) {
        const meaning = x_stage_id ? meanings.get(x_stage_id[0]) : undefined;
        // A status that people added has no stage.
        expect(meaning).toBe(Object.hasOwn(LIFE, x_state) ? x_state : undefined);
      }
    });

    test('with everything as people changed it', async () => {
      expect(await readPeoplesChanges(backend.odoo, state.people)).toEqual(changed);
    });

    test('and nothing is left to do', async () => {
      expect(renderPlan({ changes: (await planFor(backend)).changes })).toBe('No changes.');
    });

    test.each(['school', 'msp'])('and may become a %s without losing anything', async (preset) => {
      const planned = await planFor(backend, preset);

      expect(() => checkConsent(planned, {})).not.toThrow();
    });

    test.runIf(isLive)('where every screen opens, what people added to it included', async () => {
      const names = await findExternalIds(backend.odoo, ['__supportdesk__.*', '__import__.*']);
      const ids = names
        .filter(({ model }) => model === 'ir.actions.act_window')
        .map(({ recordId }) => recordId);
      const actions = Actions.parse(await backend.odoo.call('ir.actions.act_window', 'read', [ids, FIELDS]));

      for (const { res_model, views } of actions) {
        await expect(backend.odoo.call(res_model, 'get_views', [views])).resolves.toMatchObject({
          views: {},
        });
      }
    });

    test('where customers find the tickets that they saw', async () => {
      for (const { login, tickets, pages } of state.portal) {
        const visitor = createVisitor(portal.url);
        await visitor.logIn({ login, password: login });
        const table = await visitor.get('/my/tickets/tickets.csv');
        expect(tickets.filter((reference) => !table.html.includes(reference))).toEqual([]);
        expect(table.html.trim().split('\n')).toHaveLength(tickets.length + 1);
        for (const { reference, shows, hides } of pages) {
          const { text } = await visitor.get(`/my/tickets/${await findTicket(reference)}`);
          for (const piece of shows) expect(text, reference).toContain(piece);
          for (const piece of hides) expect(text, reference).not.toContain(piece);
        }
      }
    });

    test('where their own session asks Odoo about no ticket any more', async () => {
      for (const { login } of state.portal) {
        const { sessionId } = await backend.sessions.authenticate(login, login);
        const asked = createOdoo(backend.sessions.caller({ sessionId })).model(Ticket).searchCount([]);

        await expect(asked).rejects.toMatchObject({ code: 'odoo_access_error' });
      }
    });

    test('where links without a login open what they opened', async () => {
      const links = [...(after.get(TicketLink.name)?.rows.values() ?? [])];
      expect(links.length).toBeGreaterThan(0);
      for (const { x_ticket_id, x_secret } of links) {
        const ticketId = Number(x_ticket_id);
        const path = linkHandedOut({ cookieSecret, ticketId, secret: String(x_secret) });
        const subject = after.get(Ticket.name)?.rows.get(ticketId)?.x_name;
        expect((await createVisitor(portal.url).get(path)).text).toContain(subject);
      }
    });

    async function findTicket(reference: string): Promise<number | undefined> {
      const [id] = await backend.odoo.model(Ticket).search([['x_ticket_ref', '=', reference]]);
      return id;
    }
  });
});
