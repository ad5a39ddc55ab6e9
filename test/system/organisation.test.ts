import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppointmentTechnician } from '../../src/addons/appointments/models.ts';
import { SlaTicket } from '../../src/addons/sla/models.ts';
import { Team } from '../../src/addons/teams/models.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { apply } from '../../src/deploy/apply.ts';
import { checkConsent } from '../../src/deploy/destructive.ts';
import type { Change } from '../../src/deploy/diff.ts';
import { plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import { User } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { configured } from '../support/configured.ts';
import { installLanguage } from '../support/install-language.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

// A live database remembers what was handed out, so each run has teams of its own.
const unique = randomUUID().slice(0, 8);
const CANTEEN = `canteen_${unique}`;
const PORTER = `porter_${unique}`;
const TEAMS = `teams: { teams: {
  ${CANTEEN}: { name: { en: Canteen ${unique}, nl: Kantine ${unique} }, public: true },
  ${PORTER}: { name: Porter ${unique} } } }`;
const SCHOOL = `preset: school\n${TEAMS}`;

let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
  await installLanguage(backend.odoo, 'nl_NL');
  await deploy(SCHOOL);
});
afterAll(() => backend.close());

const planFor = (yaml: string) =>
  plan(
    backend.odoo,
    configured(yaml).map(({ declaration }) => declaration),
  );

async function deploy(yaml: string) {
  await apply(backend.odoo, await planFor(yaml), () => undefined);
}

async function getId(name: string): Promise<number> {
  const [row] = await findExternalIds(backend.odoo, [`__supportdesk__.${name}`]);
  if (row) return row.recordId;
  throw new Error(`Odoo has no __supportdesk__.${name}`);
}

describe('what a school decides', () => {
  test('is there once it is applied, and then there is nothing left to do', async () => {
    expect(renderPlan(await planFor(SCHOOL))).toBe('No changes.');
  });

  test('are teams, their names in every language that Odoo has', async () => {
    const ids = [await getId(`team__${CANTEEN}`)];
    const read = async (lang: string) =>
      backend.odoo.model(Team).with({ context: { lang } }).read(ids, ['x_name', 'x_is_public']);

    expect(await read('en_US')).toMatchObject([{ x_name: `Canteen ${unique}`, x_is_public: true }]);
    expect(await read('nl_NL')).toMatchObject([{ x_name: `Kantine ${unique}` }]);
  });

  test('are fields of its own on tickets, on the form and in the list', async () => {
    const label = await backend.odoo.call(
      'ir.model.fields',
      'read',
      [[await getId('field__x_support_ticket__x_room')], ['field_description', 'ttype']],
      { context: { lang: 'nl_NL' } },
    );
    const archs = z
      .array(z.object({ arch: z.string() }))
      .parse(
        await backend.odoo.call('ir.ui.view', 'read', [
          [await getId('ticket_form_own_fields'), await getId('ticket_list_own_fields')],
          ['arch'],
        ]),
      );

    expect(label).toMatchObject([{ field_description: 'Lokaal', ttype: 'char' }]);
    expect(archs[0]?.arch).toContain('name="x_device_number"');
    expect(archs[1]?.arch).toContain('name="x_room"');
    expect(archs[1]?.arch).not.toContain('name="x_device_number"');
  });

  test('is when a ticket is due', async () => {
    const [id = 0] = await backend.odoo.model(Ticket).create([{ x_name: 'Beamer', x_priority: '1' }]);
    const [ticket] = await backend.odoo.model(SlaTicket).read([id], ['x_sla_id']);

    expect(ticket?.x_sla_id).toMatchObject([expect.any(Number), 'Normal']);
  });
});

describe('a file that changes', () => {
  test('moves the deadline of new tickets, or leaves them without one', async () => {
    // Without what the school promises: a policy goes before the plain number of hours.
    await backend.odoo.call('x_support.sla', 'write', [
      await backend.odoo.call('x_support.sla', 'search', [[]]),
      { x_active: false },
    ]);
    await deploy(`${SCHOOL}\ntickets: { deadline_hours: 0 }`);

    const [id = 0] = await backend.odoo.model(Ticket).create([{ x_name: 'Beamer' }]);

    expect(await backend.odoo.model(Ticket).read([id], ['x_sla_deadline'])).toMatchObject([
      { x_sla_deadline: false },
    ]);
    await deploy(SCHOOL);
  });

  test('takes no field out of Odoo unless that is meant', async () => {
    await backend.odoo.call('x_support.ticket', 'create', [[{ x_name: 'Beamer', x_room: 'B2.14' }]]);

    const planned = await planFor(`${SCHOOL}\ntickets: { fields: { x_room: false } }`);

    expect(renderPlan(planned)).toMatch(/- ir\.model\.fields .*x_room.* — loses its values in \d+ record/);
    expect(() => checkConsent(planned, {})).toThrow();
    await apply(backend.odoo, planned, () => undefined);
    expect(renderPlan(await planFor(`${SCHOOL}\ntickets: { fields: { x_room: false } }`))).toBe(
      'No changes.',
    );
    await deploy(SCHOOL);
  });

  test('names a model that this Odoo does not have', async () => {
    const field = 'x_place_id: { type: many2one, label: Place, model: res.countri }';

    await expect(planFor(`${SCHOOL}\ntickets: { fields: { ${field} } }`)).rejects.toThrow(
      'own fields › x_support.ticket.x_place_id: this Odoo has no model "res.countri"; did you mean "res.country"?',
    );
  });

  test('leads to models that people made in Odoo themselves', async () => {
    const model = `x_room_${randomUUID().slice(0, 8)}`;
    await backend.odoo.call('ir.model', 'create', [[{ name: 'Room', model }]]);

    const planned = await planFor(
      `${SCHOOL}\ntickets: { fields: { x_own_room_id: { type: many2one, label: Room, model: ${model} } } }`,
    );

    expect(planned.changes).not.toEqual([]);
  });
});

describe('teams that were handed out', () => {
  test('stay as people made them: renamed, or gone', async () => {
    const [renamed, deleted] = [await getId(`team__${CANTEEN}`), await getId(`team__${PORTER}`)];
    await backend.odoo.model(Team).write([renamed], { x_name: `Kitchen ${unique}`, x_is_public: false });
    await backend.odoo.model(Team).unlink([deleted]);

    const planned = await planFor(SCHOOL.replaceAll('Canteen', 'Lunch'));

    expect(planned.changes.filter(isAboutTeams)).toEqual([]);
    await deploy(SCHOOL);
    expect(await backend.odoo.model(Team).read([renamed], ['x_name', 'x_is_public'])).toMatchObject([
      { x_name: `Kitchen ${unique}`, x_is_public: false },
    ]);
    await expect(getId(`team__${PORTER}`)).rejects.toThrow();
    expect(renderPlan(await planFor(SCHOOL))).toBe('No changes.');
  });

  test('stay where another preset or another file knows nothing of them', async () => {
    const ids = [await getId(`team__${CANTEEN}`), await getId('tag__exam')];

    await deploy('preset: msp');

    expect([await getId(`team__${CANTEEN}`), await getId('tag__exam')]).toEqual(ids);
    expect(await getId('team__service_desk')).toBeGreaterThan(0);
    expect(renderPlan(await planFor('preset: msp'))).toBe('No changes.');
    await deploy(SCHOOL);
    expect(await getId(`team__${CANTEEN}`)).toBe(ids[0]);
  });
});

describe('technicians in the file', () => {
  const ada = `ada.${unique}@example.com`;
  const bea = `bea.${unique}`;
  const shared = `front.desk.${unique}@example.com`;

  const withTechnicians = (users: Readonly<Record<string, string>>) => {
    const lines = Object.entries(users).map(([name, user]) => `${name}_${unique}: { user: ${user} }`);
    return `${SCHOOL}\nappointments: { technicians: { ${lines.join(', ')} } }`;
  };

  beforeAll(async () => {
    const [group] = await findExternalIds(backend.odoo, ['base.group_user']);
    const groups_id = [[6, 0, [group?.recordId]]];
    const accounts = [
      { name: 'Ada', login: ada, email: `ada.mail.${unique}@example.com` },
      { name: 'Bea', login: bea, email: `Bea.Mail.${unique}@example.com` },
      { name: 'Cas', login: `cas.${unique}`, email: shared },
      { name: 'Dan', login: `dan.${unique}`, email: shared },
    ].map((account) => ({ ...account, groups_id }));
    await backend.odoo.call('res.users', 'create', [accounts], { context: { no_reset_password: true } });
  });

  test('are known by login and by e-mail address, and looked for only until they are handed out', async () => {
    const yaml = withTechnicians({ ada, bea: `bea.mail.${unique}@example.com`, cas: `cas.${unique}` });

    await deploy(yaml);

    const users = await Promise.all(
      ['ada', 'bea', 'cas'].map(async (name) => {
        const id = await getId(`appointment_technician__${name}_${unique}`);
        const [row] = await backend.odoo.model(AppointmentTechnician).read([id], ['x_user_id']);
        return [row?.x_user_id].flat()[1];
      }),
    );
    expect(users).toEqual(['Ada', 'Bea', 'Cas']);
    const ids = await backend.odoo.model(User).search([['login', '=', ada]]);
    await backend.odoo.call('res.users', 'write', [ids, { login: `gone.${ada}` }]);
    expect(renderPlan(await planFor(yaml))).toBe('No changes.');
  });

  test('are refused by name where nobody has it, or several do', async () => {
    const planned = planFor(
      withTechnicians({ eva: 'eva@example.com', dan: shared, fay: 'base.main_company' }),
    );

    await expect(planned).rejects.toThrow(
      [
        `appointments › appointment_technician__eva_${unique}: nobody who works here has the login, e-mail address or external id "eva@example.com"`,
        `appointments › appointment_technician__dan_${unique}: "${shared}" may be any of "cas.${unique}", "dan.${unique}"; name one by the login`,
        `appointments › appointment_technician__fay_${unique}: nobody who works here has the login, e-mail address or external id "base.main_company"`,
      ].join('\n'),
    );
  });
});

const isAboutTeams = (change: Change): boolean =>
  (change.kind === 'delete' ? change.live : change.record).model === Team.name;

test('an addon that is switched off takes nothing of people along unless that is meant', async () => {
  await backend.odoo.call('x_support.import_source', 'create', [[{ x_name: 'Old desk', x_key: 'old' }]]);
  const off = `${SCHOOL}\naddons: { imports: false, zammad: false }`;

  const planned = await planFor(off);

  expect(renderPlan(planned)).toMatch(
    /x_support_import_source.* — loses \d+ records of x_support\.import_source/,
  );
  expect(() => checkConsent(planned, {})).toThrow();
  expect(() => checkConsent(planned, { allowDestructive: true })).toThrow('x_support.import_source');
  // A real Odoo may hold what other tests imported.
  const lost = [...renderPlan(planned).matchAll(/ — loses \d+ records of (x_[\w.]+\w)/g)].map(
    ([, model = '']) => model,
  );
  const allowed = { allowDestructive: true, yesDelete: lost };
  expect(() => checkConsent(planned, allowed)).not.toThrow();
});
