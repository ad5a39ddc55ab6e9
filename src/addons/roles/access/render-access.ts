import type { Access } from './explain-access.ts';

type Why = Access['desk'][number]['why'][number];

/** Who may read a ticket and why, for the terminal. */
export function renderAccess(access: Access): string {
  const { desk, customers, refused, mails } = access;
  const readers = desk.filter(({ reads }) => reads);
  const others = desk.filter(({ reads }) => !reads);
  return [
    `${access.ticket}  ${access.subject}`,
    `  ${describe(access)}`,
    '',
    'People of the desk who read it',
    ...listed(
      readers.map((person) => [
        nameOf(person),
        person.why.length > 0
          ? person.why.map((why) => sayWhy(why, access.team || '')).join('; ')
          : `by a rule that is not ours: ${person.rules.join('; ') || 'none that limits them'}`,
      ]),
    ),
    '',
    'Customers who read it',
    ...listed(
      customers.map((person) => [
        nameOf(person),
        `${CUSTOMERS[person.why]} – rule “${person.rules.join('; ')}”`,
      ]),
    ),
    ...(mails.length === 0 ? [] : ['', `Get its mails and have no login: ${mails.join(', ')}`]),
    ...(others.length === 0 ? [] : ['', `Refused at the desk: ${others.map(nameOf).join(', ')}`]),
    ...(refused.length === 0 ? [] : ['', `Refused, though close to it: ${refused.map(nameOf).join(', ')}`]),
    '',
    prove(access),
    'Whoever administers Odoo’s own settings can give anybody any of these roles.',
  ].join('\n');
}

const SAID: Readonly<Record<Why, string>> = {
  assigned: 'it is assigned to them',
  follows: 'follows it',
  leads: 'leads its team',
  changed: 'was the last to change it',
  member: 'is a member of its team',
  noTeam: 'sees all tickets, and it has no team',
  open: 'sees all tickets, and its team keeps none to its members',
  administrator: 'administrator: sees everything',
  service: 'service account: sees everything',
};

const CUSTOMERS: Readonly<Record<Access['customers'][number]['why'], string>> = {
  customer: 'it is theirs',
  company: 'of the same company',
  contact: 'named as a contact',
};

const sayWhy = (why: Why, team: string): string =>
  team && (why === 'leads' || why === 'member') ? `${SAID[why]} ${team}` : SAID[why];

const nameOf = ({ name, login }: { readonly name: string; readonly login: string }): string =>
  name === login ? name : `${name} <${login}>`;

function describe({ customer, team, members_only, assigned }: Access): string {
  return [
    customer ? `customer ${customer}` : 'no customer',
    team ? `team ${team}${members_only ? ', which keeps its tickets to its members' : ''}` : 'no team',
    assigned ? `assigned to ${assigned}` : 'assigned to nobody',
  ].join(' · ');
}

function listed(rows: readonly (readonly [who: string, why: string])[]): readonly string[] {
  if (rows.length === 0) return ['  nobody'];
  const width = Math.max(...rows.map(([who]) => who.length));
  return rows.map(([who, why]) => `  ✓ ${who.padEnd(width)}  ${why}`);
}

function prove({ desk, asked, of, customers }: Access): string {
  const all = asked < of ? `${asked} of ${of} customers` : `all ${of} customers`;
  return `Proven by reading it as each of ${desk.length} people of the desk and ${all}; ${desk.filter(({ reads }) => reads).length} and ${customers.length} got it. Nothing was changed.`;
}
