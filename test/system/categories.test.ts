import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Category, CategoryTicket } from '../../src/addons/categories/models.ts';
import { Team } from '../../src/addons/teams/models.ts';
import { configured } from '../support/configured.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';

// A live database remembers what was handed out, so each run has names of its own.
const unique = randomUUID().slice(0, 8);
const id = `lab_${unique}`;
const YAML = `
preset: school
teams: { teams: { ${id}: { name: Lab ${unique} } } }
categories:
  categories:
    ${id}:
      name: { en: Laboratory ${unique}, nl: Laboratorium ${unique} }
      team: ${id}
      items:
        gas: { name: { en: Gas ${unique}, nl: Gas ${unique} } }
        secret: { name: Poison ${unique}, public: false }
`;

let desk: HelpDesk;
let ann: Customer;

beforeAll(async () => {
  desk = await startHelpDesk({}, undefined, { on: configured(YAML), languages: ['nl_NL'] });
  ann = await createCustomer(desk.odoo, 'Ann Archer');
});
afterAll(() => desk?.close());

async function find(name: string): Promise<number> {
  const [found] = await desk.odoo.model(Category).search([['x_name', '=', `${name} ${unique}`]]);
  return found ?? 0;
}

async function look(ticket: number) {
  const [row] = await desk.odoo.model(CategoryTicket).read([ticket], ['x_category_id', 'x_team_id']);
  const nameOf = (link: readonly [number, string] | false | undefined) => (link ? link[1] : undefined);
  return { category: nameOf(row?.x_category_id), team: nameOf(row?.x_team_id) };
}

describe('the form for a new ticket', () => {
  test('offers what belongs to groups, with their names, as far as customers may choose it', async () => {
    const { html } = await (await desk.visit(ann)).get('/my/tickets/new');
    const options = [...html.matchAll(/<option value="\d+"[^>]*>([^<]*)</g)].map(([, name]) => name);

    expect(options).toContain(`Laboratory ${unique} › Gas ${unique}`);
    expect(options.join()).not.toContain('Poison');
    expect(options).not.toContain(`Laboratory ${unique}`);
    // The school's own, which nobody took out.
    expect(options).toContain('Hardware › Printer');
    expect(options).toContain('General support › Something else');
  });

  test('opens a ticket in the category that was chosen, with that category’s team', async () => {
    const browser = await desk.visit(ann);
    const page = await browser.get('/my/tickets/new');
    const fields = { subject: `Smell ${unique}`, description: 'In B2', category: String(await find('Gas')) };

    const answer = await browser.submit(page, '/my/tickets/create', fields);

    const [, ticket] = /\/my\/tickets\/(\d+)/.exec(answer.location ?? '') ?? [];
    expect(await look(Number(ticket))).toEqual({ category: `Gas ${unique}`, team: `Lab ${unique}` });
    expect((await browser.get(`/my/tickets/${ticket}`)).text).toContain(`Category Gas ${unique}`);
    expect((await browser.get(`/my/tickets?category=${fields.category}`)).text).toContain(fields.subject);
  });
});

describe('a category', () => {
  test('leaves a ticket with the team that it has', async () => {
    const [other = 0] = await desk.odoo.model(Team).create([{ x_name: `Other ${unique}` }]);
    const [ticket = 0] = await desk.odoo
      .model(CategoryTicket)
      .create([{ x_name: 'Smell', x_team_id: other, x_category_id: await find('Gas') }]);

    expect(await look(ticket)).toMatchObject({ team: `Other ${unique}` });
  });

  test('is called by all its groups, and belongs to none of its own', async () => {
    const [gas, lab] = [await find('Gas'), await find('Laboratory')];
    const read = await desk.odoo.model(Category).read([gas], ['x_complete_name']);

    await expect(desk.odoo.model(Category).write([lab], { x_parent_id: gas })).rejects.toThrow(
      /cannot belong to itself/,
    );

    expect(read).toMatchObject([{ x_complete_name: `Laboratory ${unique} / Gas ${unique}` }]);
  });

  test('is handed out in the languages that Odoo has', async () => {
    const rows = await desk.odoo.call(Category.name, 'read', [[await find('Laboratory')], ['x_name']], {
      context: { lang: 'nl_NL' },
    });

    expect(rows).toMatchObject([{ x_name: `Laboratorium ${unique}` }]);
  });
});
