import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Team, TeamTicket } from '../../src/addons/teams/models.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

const unique = randomUUID().slice(0, 8);
const OPEN = `Printers & {{paper}} ${unique}`;

let desk: HelpDesk;
let browser: Visitor;
let teams: Readonly<Record<'open' | 'closed' | 'archived', number>>;

beforeAll(async () => {
  desk = await startHelpDesk();
  browser = await desk.visit(await createCustomer(desk.odoo, 'Ann Archer'));
  const model = desk.odoo.model(Team);
  // On a database that has been used before.
  await model.write(await model.search([['x_is_public', '=', true]]), { x_is_public: false });
  const [open = 0, closed = 0, archived = 0] = await model.create([
    { x_name: OPEN },
    { x_name: `Second level ${unique}` },
    { x_name: `Telephones ${unique}`, x_is_public: true, x_active: false },
  ]);
  teams = { open, closed, archived };
});
afterAll(() => desk?.close());

describe('while no team is open to customers', () => {
  test('the form does not speak of teams', async () => {
    const { html } = await browser.get('/my/tickets/new');

    expect(html).toContain('name="subject"');
    expect(html).not.toContain('<select');
  });
});

describe('once a team is open to customers', () => {
  beforeAll(() => desk.odoo.model(Team).write([teams.open], { x_is_public: true }));

  test('the form offers it, and no team that is closed or archived', async () => {
    const { html, text } = await browser.get('/my/tickets/new');

    expect(optionsOf(html)).toEqual(['', String(teams.open)]);
    expect(text).toContain(`Team Let us find the right one ${OPEN}`);
    expect(html).not.toContain(' selected');
  });

  test('the form costs one call', async () => {
    desk.backend.watched.clearRequests();

    await browser.get('/my/tickets/new');

    expect(desk.backend.watched.requests).toHaveLength(1);
  });

  test('the ticket goes to the team that is chosen, or to none', async () => {
    const chosen = await send({ subject: 'Paper', team: String(teams.open) });
    const left = await send({ subject: 'Whatever', team: '' });

    expect([chosen.status, left.status]).toEqual([303, 303]);
    expect(await teamsOf('Paper')).toEqual([[teams.open, OPEN]]);
    expect(await teamsOf('Whatever')).toEqual([false]);
  });

  test.each([
    ['is closed', () => String(teams.closed)],
    ['is archived', () => String(teams.archived)],
    ['does not exist', () => '2000000000'],
    ['is several', () => `${teams.open},${teams.closed}`],
    ['has a name only', () => OPEN],
  ])('a team that %s is refused', async (what, team) => {
    const answer = await send({ subject: what, team: team() });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('This team is no longer available.');
    expect(await teamsOf(what)).toEqual([]);
  });

  test('the choice is kept where the form comes back', async () => {
    const answer = await send({ subject: ' ', team: String(teams.open) });

    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('This team is no longer available.');
    expect(answer.html).toContain(`<option value="${teams.open}" selected>`);
  });
});

describe('a form whose team is closed while it is filled in', () => {
  const typed = (subject: string) => ({
    subject: nameOf(subject),
    description: 'Since this <morning>',
    priority: '2',
    team: String(teams.open),
  });
  const openTeam = (isOpen: boolean) => desk.odoo.model(Team).write([teams.open], { x_is_public: isOpen });
  let form: Answer;

  beforeEach(async () => {
    await openTeam(true);
    form = await browser.get('/my/tickets/new');
  });

  test('comes back whole, with the teams that are open now, and can be sent', async () => {
    const [other = 0] = await desk.odoo
      .model(Team)
      .create([{ x_name: `Paper ${unique}`, x_is_public: true }]);
    await openTeam(false);

    const back = await browser.submit(form, '/my/tickets/create', typed('Comes back'));
    expect(back.status).toBe(422);
    expect(back.text).toContain('This team is no longer available. Please choose again.');
    expect(back.html).toContain(`value="${nameOf('Comes back')}"`);
    expect(back.html).toContain('Since this &lt;morning&gt;</textarea>');
    expect(back.html).toMatch(/id="priority-2"[^>]* checked/);
    expect(optionsOf(back.html)).toEqual(['', String(other)]);

    const sent = await browser.submit(back, '/my/tickets/create', {
      ...typed('Comes back'),
      team: String(other),
    });
    expect(sent.status).toBe(303);
    expect(await teamsOf('Comes back')).toEqual([[other, `Paper ${unique}`]]);
    await desk.odoo.model(Team).write([other], { x_is_public: false });
  });

  test('says so, too, where no team is open any more', async () => {
    await openTeam(false);

    const back = await browser.submit(form, '/my/tickets/create', typed('None left'));

    expect(back.status).toBe(422);
    expect(back.html).toContain('id="team-error"');
    expect(optionsOf(back.html)).toEqual(['']);
    const sent = await browser.submit(back, '/my/tickets/create', { ...typed('None left'), team: '' });
    expect(sent.status).toBe(303);
  });

  test('leads to its ticket where it had arrived before', async () => {
    const first = await browser.submit(form, '/my/tickets/create', typed('Arrived'));
    await openTeam(false);

    const second = await browser.submit(form, '/my/tickets/create', typed('Arrived'));

    expect(second.status).toBe(303);
    expect(second.location).toBe(first.location);
    expect(await teamsOf('Arrived')).toEqual([[teams.open, OPEN]]);
  });
});

async function send({ subject, team }: { readonly subject: string; readonly team: string }) {
  const fields = { subject: subject.trim() && nameOf(subject), description: 'x', priority: '1', team };
  return browser.submit(await browser.get('/my/tickets/new'), '/my/tickets/create', fields);
}

const nameOf = (subject: string): string => `${subject} ${unique}`;

async function teamsOf(subject: string) {
  const tickets = await desk.odoo
    .model(TeamTicket)
    .searchRead([['x_name', '=', nameOf(subject)]], { fields: ['x_team_id'] });
  return tickets.map(({ x_team_id }) => x_team_id);
}

const optionsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value ?? '');
