import type { NewOrganization, NewUser } from '../new-rows.ts';
import { readYaml } from './read-yaml.ts';

export interface People {
  readonly organizations: readonly (NewOrganization & { readonly id: number })[];
  /** By the names that tickets use. */
  readonly users: ReadonlyMap<string, NewUser & { readonly id: number }>;
}

/** Who logs in with an address has it as their email, too, unless told. */
export function readPeople(file: string): People {
  const { organizations, users } = readYaml<Pick<People, 'organizations'> & { readonly users: Users }>(file);
  const named = Object.entries(users).map(
    ([name, user]) => [name, { email: user.login.includes('@') ? user.login : '', ...user }] as const,
  );
  return { organizations, users: new Map(named) };
}

type Users = Readonly<Record<string, NewUser & { readonly id: number }>>;
