import { Partner, User } from '../../odoo/builtin-models.ts';
import type { DemoLogin } from '../demo-login.ts';
import type { Services } from '../services.ts';
import { TeamTicket } from '../teams/models.ts';
import { AssigningTeam } from './models.ts';

/** Whose they are, and what about. */
const TICKETS = [
  { email: 'ann@acme.example', subject: 'The till cannot reach the printer' },
  { email: 'bob@globex.example', subject: 'A new colleague starts on Monday' },
  { email: 'ann@acme.example', subject: 'The shared mailbox is full' },
  { email: 'bob@globex.example', subject: 'A scanner reads every label twice' },
] as const;

/** A team whose members get new tickets in turn, and four that they got. */
export async function seedTeam({ odoo }: Services): Promise<readonly DemoLogin[]> {
  const users = await odoo.model(User).search([['login', 'like', '@fernwood.example']]);
  const people = await odoo
    .model(Partner)
    .searchRead([['email', 'in', TICKETS.map(({ email }) => email)]], { fields: ['email'] });
  const customers = new Map(people.map(({ id, email }) => [email, id]));
  const [team = false] = await odoo.model(AssigningTeam).create([
    {
      x_name: 'First line',
      x_member_ids: users.map((id) => [4, id]),
      x_leader_id: users[0] ?? false,
      x_assign_by: 'round_robin',
    },
  ]);
  await odoo.model(TeamTicket).create(
    TICKETS.map(({ email, subject }) => ({
      x_name: subject,
      x_partner_id: customers.get(email) ?? false,
      x_team_id: team,
    })),
  );
  return [];
}
