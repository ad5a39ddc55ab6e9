// One import in a process of its own, so that its time and its peak memory are its own. With a file named, every
// `load` it sends is written there, one JSON object a line.
import { appendFileSync } from 'node:fs';
import { createZammadClient } from '../dist/addons/zammad/client.js';
import { createExternalNames } from '../dist/addons/zammad/external-names.js';
import { importTickets } from '../dist/addons/zammad/import-tickets.js';
import { createRestSource } from '../dist/addons/zammad/source-rest.js';
import { compose } from '../dist/cli/compose.js';
import { parseSettings } from '../dist/config.js';
import { systemClock } from '../dist/lib/clock.js';
import { createOdoo } from '../dist/odoo/model-api.js';

const [sourceName, file] = process.argv.slice(2);
const settings = parseSettings(process.env);
const parts = compose(settings);
let calls = 0;
const odoo = createOdoo({
  call(model, method, args, kwargs, options) {
    calls += 1;
    if (file && method === 'load') appendFileSync(file, `${JSON.stringify({ model, args, kwargs })}\n`);
    return parts.odoo.call(model, method, args, kwargs, options);
  },
});
const client = createZammadClient({ url: settings.ZAMMAD_URL, token: settings.ZAMMAD_TOKEN });
const source = createRestSource({ client, names: createExternalNames(sourceName) });
await parts.client.connect();
calls = 0;
const start = performance.now();
const { read, messages, refused } = await importTickets({
  odoo,
  source,
  sourceName,
  clock: systemClock,
  log: parts.log,
  signal: new AbortController().signal,
});
const seconds = (performance.now() - start) / 1000;
process.send({
  read,
  messages,
  refused: refused.length,
  seconds,
  calls,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
});
client.close();
parts.close();
process.disconnect();
