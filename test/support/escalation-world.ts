import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { createEscalationJob } from '../../src/addons/escalation/escalation-job.ts';
import {
  EscalatedTicket,
  Escalation,
  EscalationAct,
  EscalationRound,
  EscalationWatch,
} from '../../src/addons/escalation/models.ts';
import { Policy, SlaTicket } from '../../src/addons/sla/models.ts';
import { Team } from '../../src/addons/teams/models.ts';
import type { ClusterJob } from '../../src/jobs/job.ts';
import type { Log } from '../../src/lib/log.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createSilentLog } from './create-silent-log.ts';
import type { Deployed } from './start-deployed.ts';

export const HOUR = 3_600_000;

type Values<M extends { readonly fields: object }> = { readonly [K in keyof M['fields']]?: unknown };

/** A help desk whose tickets grow old at the test's word. */
export function createEscalationWorld({ backend, service }: Deployed) {
  const { odoo } = backend;
  const own = createOdoo(service);
  const levels: number[] = [];

  const jobAt = (
    moment: Date,
    at: Odoo = own,
    sizes: { planned?: number; acted?: number } = {},
  ): ClusterJob => createEscalationJob({ odoo: at, clock: { now: () => moment }, ...sizes });

  async function run(job: ClusterJob, log: Log = createSilentLog()): Promise<void> {
    const cursor = { value: undefined, advance: async () => undefined };
    await job.run({ log, signal: new AbortController().signal, cursor });
  }

  async function lookedUpTo(): Promise<string> {
    const [round] = await odoo.model(EscalationRound).searchRead([], { fields: ['x_after'] });
    return round?.x_after || '';
  }

  /** Until all that has changed by now is looked at, as if it were an early moment: nothing is due then. */
  async function settle(): Promise<void> {
    const [last] = await odoo.model(SlaTicket).searchRead([], {
      fields: ['write_date' as 'x_opened_at'],
      order: 'write_date desc',
      limit: 1,
    });
    const changed = String(Reflect.get(last ?? {}, 'write_date') ?? '');
    const isDone = async () => {
      await run(jobAt(new Date(0)));
      return (await lookedUpTo()) > changed;
    };
    await expect.poll(isDone, { timeout: 30_000, interval: 200 }).toBe(true);
  }

  return {
    odoo,
    service: own,
    jobAt,
    run,
    settle,
    /** One run so many hours from now, behind which nothing that has happened until now is left out. */
    async runAfter(hours: number) {
      await settle();
      await run(jobAt(new Date(Date.now() + hours * HOUR)));
    },
    async createTeam(values: object = {}): Promise<number> {
      const [id = 0] = await odoo
        .model(Team)
        .create([{ x_name: `Team ${randomUUID().slice(0, 8)}`, ...values }]);
      return id;
    },
    async createLevel(team: number, values: Values<typeof Escalation>): Promise<number> {
      const row = { x_name: `Level ${randomUUID().slice(0, 8)}`, x_team_ids: [[6, 0, [team]]], ...values };
      const id = Number(await odoo.call(Escalation.name, 'create', [row]));
      levels.push(id);
      return id;
    },
    async createPolicy(team: number, values: Values<typeof Policy>): Promise<number> {
      const row = {
        x_name: `Policy ${randomUUID().slice(0, 8)}`,
        x_sequence: -1,
        x_team_ids: [[6, 0, [team]]],
      };
      return Number(await odoo.call(Policy.name, 'create', [{ ...row, ...values }]));
    },
    async open(team: number, count = 1, values: object = {}): Promise<readonly number[]> {
      const rows = Array.from({ length: count }, (_, index) => ({
        x_name: `Old ${index}`,
        x_team_id: team,
        ...values,
      }));
      return odoo.model(EscalatedTicket).create(rows);
    },
    /** What was done to tickets: the levels, in order. */
    async actsOf(...tickets: readonly number[]): Promise<readonly number[]> {
      const rows = await odoo.model(EscalationAct).searchRead([['x_ticket_id', 'in', tickets]], {
        fields: ['x_escalation_id'],
        order: 'id',
      });
      return rows.map(({ x_escalation_id }) => (x_escalation_id ? x_escalation_id[0] : 0));
    },
    async lookAt(ticket: number): Promise<string | false> {
      const rows = await odoo.model(EscalationWatch).searchRead([['x_ticket_id', '=', ticket]], {
        fields: ['x_look_at'],
      });
      expect(rows.length).toBeLessThanOrEqual(1);
      return rows[0]?.x_look_at ?? false;
    },
    async count(model: string, domain: readonly unknown[]): Promise<number> {
      return Number(await odoo.call(model, 'search_count', [domain]));
    },
    async notesOf(ticket: number): Promise<readonly string[]> {
      const rows = await odoo.call('mail.message', 'search_read', [
        [
          ['model', '=', EscalatedTicket.name],
          ['res_id', '=', ticket],
          ['message_type', '=', 'notification'],
        ],
        ['body'],
      ]);
      return (rows as readonly { readonly body: string }[])
        .map(({ body }) => body.replace(/<[^>]+>/g, ''))
        .filter((body) => body !== '');
    },
    /** A live database is left as it was, but for what lies in the past. */
    async close() {
      if (levels.length > 0) await odoo.model(Escalation).write(levels, { x_active: false });
      await backend.close();
    },
  };
}

export type EscalationWorld = ReturnType<typeof createEscalationWorld>;
