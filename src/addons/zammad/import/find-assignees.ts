import { User as OdooUser } from '../../../odoo/builtin-models.ts';
import type { DomainLeaf } from '../../../odoo/domain.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { User } from '../schema.ts';

/**
 * Odoo's employees, by the id of the Zammad agent with the same login or e-mail address, whatever its case. An
 * agent who fits none, or several, is left out: the ticket stays unassigned.
 */
export async function findAssignees(
  odoo: Odoo,
  agents: readonly User[],
): Promise<ReadonlyMap<number, number>> {
  const names = [...new Set(agents.flatMap(namesOf))];
  if (names.length === 0) return new Map();
  const leaves = names.flatMap((name): DomainLeaf<typeof OdooUser>[] => {
    const pattern = name.replace(/[\\%_]/g, '\\$&');
    return [
      ['login', '=ilike', pattern],
      ['email', '=ilike', pattern],
    ];
  });
  const users = await odoo
    .model(OdooUser)
    .searchRead([['share', '=', false], ...leaves.slice(1).map(() => '|' as const), ...leaves], {
      fields: ['login', 'email'],
    });
  return new Map(
    agents.flatMap((agent): [number, number][] => {
      const own = namesOf(agent);
      const fitting = users.filter(
        (user) => own.includes(user.login.toLowerCase()) || own.includes((user.email || '').toLowerCase()),
      );
      const [only, ...more] = fitting;
      return only && more.length === 0 ? [[agent.id, only.id]] : [];
    }),
  );
}

function namesOf(agent: User): readonly string[] {
  return [agent.login, agent.email].map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
}
