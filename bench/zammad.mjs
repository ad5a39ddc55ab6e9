// A process of its own for the emulated Zammad: it must not take time from what is measured. Where
// ZAMMAD_TEST_DATABASE_URL names a PostgreSQL, the same data lies there too, in a schema of its own.
import pg from 'pg';
import { createZammadData } from '../dist/emulator/zammad/data/create-zammad-data.js';
import { startZammadEmulator } from '../dist/emulator/zammad/server.js';
import { loadDatabase } from '../dist/emulator/zammad/sql/load-database.js';

const [tickets, articlesPerTicket, fileEvery, fileBytes] = process.argv.slice(2).map(Number);
const data = createZammadData({ tickets, articlesPerTicket, fileEvery, fileBytes, onDemand: true });
const zammad = await startZammadEmulator({ data });
const databaseUrl = await fill(process.env.ZAMMAD_TEST_DATABASE_URL);
process.send({ url: zammad.url, token: zammad.token, databaseUrl });

async function fill(server) {
  if (!server) return undefined;
  const schema = `bench_${Date.now().toString(36)}`;
  const own = new URL(server);
  own.searchParams.set('options', `-c search_path=${schema}`);
  const client = new pg.Client({ connectionString: own.href });
  await client.connect();
  await client.query(`CREATE SCHEMA ${schema}`);
  process.on('message', async () => {
    await client.query(`DROP SCHEMA ${schema} CASCADE`);
    process.exit();
  });
  await loadDatabase({ query: (text, values) => client.query(text, [...(values ?? [])]) }, zammad, '7.1');
  return own.href;
}
