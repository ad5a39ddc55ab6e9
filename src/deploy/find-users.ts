import { Partner, User } from '../odoo/builtin-models.ts';
import { findExternalIds } from '../odoo/external-ids.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { LiveState } from './live-state.ts';
import { type DesiredRecord, isUserReference, type Value } from './record.ts';
import { RequirementError } from './requirements.ts';

interface Account {
  readonly id: number;
  readonly login: string;
}

type Found = ReadonlyMap<string, readonly Account[]>;
type Columns = Readonly<Record<string, Value>>;

/**
 * The records with the accounts that they name. What was handed out before is the organisation's, so nobody looks for
 * whom it named once.
 * @throws RequirementError for every name that is nobody's, or several people's.
 */
export async function findUsers(
  odoo: Odoo,
  desired: readonly DesiredRecord[],
  { ids }: LiveState,
): Promise<readonly DesiredRecord[]> {
  const isLookedFor = (record: DesiredRecord) => record.handedOut !== 'whole' || !ids.has(record.externalId);
  const looking = desired.filter((record) => namesIn(record).length > 0 && isLookedFor(record));
  if (looking.length === 0) return desired;
  const found = await readAccounts(odoo, [...new Set(looking.flatMap(namesIn))]);
  const problems = looking.flatMap((record) =>
    namesIn(record).flatMap((name) => describeProblem(record, name, found.get(name) ?? [])),
  );
  if (problems.length > 0)
    throw new RequirementError(problems.join('\n'), {
      code: 'unknown_user',
      help: 'Settings › Users in Odoo lists who works here, with their logins. Customers’ accounts do not count.',
    });
  const looked = new Set(looking);
  return desired.map((record) => (looked.has(record) ? withAccounts(record, found) : record));
}

const namesIn = ({ values, late = {}, initial = {} }: DesiredRecord): readonly string[] =>
  [values, late, initial].flatMap((columns) =>
    Object.values(columns).flatMap((value) => (isUserReference(value) ? [value.user] : [])),
  );

function describeProblem({ address }: DesiredRecord, name: string, accounts: readonly Account[]) {
  if (accounts.length === 1) return [];
  if (accounts.length === 0)
    return [`${address}: nobody who works here has the login, e-mail address or external id "${name}"`];
  const logins = accounts.map(({ login }) => `"${login}"`).join(', ');
  return [`${address}: "${name}" may be any of ${logins}; name one by the login`];
}

/** Whom each name stands for: by external id or login, and only where it is neither by e-mail address. */
async function readAccounts(odoo: Odoo, names: readonly string[]): Promise<Found> {
  const lower = names.map((name) => name.toLowerCase());
  const [named, partners] = await Promise.all([
    findExternalIds(
      odoo,
      names.filter((name) => EXTERNAL_ID.test(name)),
    ),
    odoo.model(Partner).searchRead([['email_normalized', 'in', lower]], { fields: ['email_normalized'] }),
  ]);
  const byId = named.filter(({ model }) => model === User.name);
  const accounts = await odoo
    .model(User)
    .searchRead(
      [
        ['share', '=', false],
        '|',
        ['login', 'in', names],
        '|',
        ['partner_id', 'in', partners.map(({ id }) => id)],
        ['id', 'in', byId.map(({ recordId }) => recordId)],
      ],
      { fields: ['login', 'partner_id'], order: 'id' },
    );
  return new Map(
    names.map((name, index) => {
      const ids = byId.filter(({ externalId }) => externalId === name).map(({ recordId }) => recordId);
      const exact = accounts.filter(({ id, login }) => login === name || ids.includes(id));
      const theirs = partners.filter(({ email_normalized }) => email_normalized === lower[index]);
      const byMail = accounts.filter(({ partner_id }) => theirs.some(({ id }) => id === partner_id[0]));
      return [name, exact.length > 0 ? exact : byMail];
    }),
  );
}

const EXTERNAL_ID = /^\w+\.[\w.-]+$/;

function withAccounts(record: DesiredRecord, found: Found): DesiredRecord {
  const fill = (columns: Columns): Columns =>
    Object.fromEntries(
      Object.entries(columns).map(([name, value]) => {
        const [account] = isUserReference(value) ? (found.get(value.user) ?? []) : [];
        return [name, account && isUserReference(value) ? { ...value, recordId: account.id } : value];
      }),
    );
  const { values, late, initial } = record;
  return {
    ...record,
    values: fill(values),
    ...(late === undefined ? {} : { late: fill(late) }),
    ...(initial === undefined ? {} : { initial: fill(initial) }),
  };
}
