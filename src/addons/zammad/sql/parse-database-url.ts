import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';

/** An address as PostgreSQL's own programs take it, for node-postgres, which means other things by `sslmode`. */
export interface DatabaseAddress {
  /** The server's name and the database's, without login or password. */
  readonly label: string;
  /** Without what it says of TLS. */
  readonly connectionString: string;
  readonly ssl: ConnectionOptions | false;
  /** `prefer` and `allow`: a server without TLS will do. */
  readonly isTlsOptional: boolean;
}

export const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

const OURS = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'ssl'];

/** @throws Error where a file of the certificates cannot be read. */
export function parseDatabaseUrl(address: string): DatabaseAddress {
  const url = new URL(address);
  const { searchParams } = url;
  const given = (name: string) => searchParams.get(name) ?? undefined;
  const mode = given('sslmode') ?? (given('ssl') === 'true' || given('ssl') === '1' ? 'require' : 'disable');
  const ssl = mode === 'disable' ? false : tlsOf(mode, given);
  const label = `${url.host}${url.pathname}`;
  for (const name of OURS) searchParams.delete(name);
  return {
    label,
    connectionString: url.toString(),
    ssl,
    isTlsOptional: mode === 'prefer' || mode === 'allow',
  };
}

/** Only the modes `verify-…`, and `require` beside a root certificate, ask who the server is. */
function tlsOf(mode: string, given: (name: string) => string | undefined): ConnectionOptions {
  const root = given('sslrootcert');
  const files = { ca: root === 'system' ? undefined : root, cert: given('sslcert'), key: given('sslkey') };
  const read = Object.entries(files).flatMap(([name, file]) =>
    file === undefined ? [] : [[name, readFileSync(file, 'utf8')] as const],
  );
  const certificates: ConnectionOptions = Object.fromEntries(read);
  if (mode === 'verify-full' || root === 'system') return { ...certificates, rejectUnauthorized: true };
  const isVerified = mode === 'verify-ca' || (mode === 'require' && root !== undefined);
  if (!isVerified) return { ...certificates, rejectUnauthorized: false };
  // Signed by somebody we trust; under which name is not asked.
  return { ...certificates, rejectUnauthorized: true, checkServerIdentity: () => undefined };
}
