import { createConnection } from '../../src/odoo/connection.ts';

export async function connect(login: { url: string; db: string; username: string; password: string }) {
  const connection = createConnection({ ...login, timeoutMs: 30_000 });
  const { server_version } = await connection.client.version();
  return { connection, server_version };
}
