import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Project, ProjectTicket } from '../../src/addons/projects/models.ts';
import { configured } from '../support/configured.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';

// A live database remembers what was handed out, so each run has names of its own.
const unique = randomUUID().slice(0, 8);
const YAML = `
projects:
  departments_on_form: true
  projects_on_form: true
  departments:
    sales_${unique}: { name: { en: Sales ${unique}, nl: Verkoop ${unique} } }
    board_${unique}: { name: Board ${unique}, public: false }
  projects:
    move_${unique}: { name: Removal ${unique}, department: sales_${unique} }
`;

let desk: HelpDesk;
let ann: Customer;

beforeAll(async () => {
  desk = await startHelpDesk({}, undefined, { on: configured(YAML), languages: ['nl_NL'] });
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  const rita = await createCustomer(desk.odoo, 'Rita Rival');
  await desk.odoo
    .model(Project)
    .create([{ x_name: `Secret ${unique}`, x_partner_id: rita.companyId, x_is_public: true }]);
});
afterAll(() => desk?.close());

const nameOf = (link: readonly [number, string] | false | undefined) => (link ? link[1] : undefined);

test('the form offers departments and projects that are anybody’s, and no other customer’s', async () => {
  const { html } = await (await desk.visit(ann)).get('/my/tickets/new');
  const options = [...html.matchAll(/<option value="\d+"[^>]*>([^<]*)</g)].map(([, name]) => name);

  expect(options).toContain(`Sales ${unique}`);
  expect(options).toContain(`Removal ${unique}`);
  expect(options.join()).not.toMatch(new RegExp(`(Board|Secret) ${unique}`));
});

test('a ticket of a project gets its department, keeps one that it has, and shows both to its customer', async () => {
  const [project = 0] = await desk.odoo.model(Project).search([['x_name', '=', `Removal ${unique}`]]);
  const [first = 0, second = 0] = await desk.odoo.model(ProjectTicket).create([
    { x_name: 'Crates', x_partner_id: ann.partnerId, x_project_id: project },
    { x_name: 'Keys', x_partner_id: ann.partnerId },
  ]);
  await desk.odoo.model(ProjectTicket).write([second], { x_project_id: project });

  const rows = await desk.odoo.model(ProjectTicket).read([first, second], ['x_department_id']);
  const page = await (await desk.visit(ann)).get(`/my/tickets/${first}`);

  expect(rows.map((row) => nameOf(row.x_department_id))).toEqual([`Sales ${unique}`, `Sales ${unique}`]);
  expect(page.text).toContain(`Removal ${unique}`);
  expect(page.text).toContain(`Sales ${unique}`);
});

test('customers find their tickets by a department', async () => {
  const page = await (await desk.visit(ann)).get('/my/tickets?groupby=department');

  expect(page.text).toContain(`Sales ${unique}`);
});
