// One import in a process of its own, so that its time and its peak memory are its own. With a file named, every
// batch of records that it sends is written there, one JSON object a line.
import { appendFileSync } from 'node:fs';
import { parseRecordsAsked } from '../dist/src/addons/imports/record-writer.js';
import { runImport } from '../dist/src/addons/imports/run-import.js';
import { createZammadImporter } from '../dist/src/addons/zammad/create-importer.js';
import { zammadSettings } from '../dist/src/addons/zammad/settings.js';
import { compose } from '../dist/src/cli/compose.js';
import { systemClock } from '../dist/src/lib/clock.js';
import { createOdoo } from '../dist/src/odoo/model-api.js';

const [sourceName, file] = process.argv.slice(2);
const parts = compose(process.env);
let calls = 0;
const odoo = createOdoo({
  call(model, method, args, kwargs, options) {
    calls += 1;
    if (file && (method === 'load' || parseRecordsAsked(kwargs))) {
      appendFileSync(file, `${JSON.stringify({ model, method, args, kwargs })}\n`);
    }
    return parts.odoo.call(model, method, args, kwargs, options);
  },
});
const [{ url, token, databaseUrl }] = zammadSettings.of(parts.settings);
const importer = createZammadImporter({ key: sourceName, url, token, databaseUrl });
await parts.client.connect();
calls = 0;
const start = performance.now();
const { read, messages, refused } = await runImport({
  odoo,
  sayIn: parts.services.i18n.sayIn,
  importer,
  mode: 'import',
  trigger: 'shell',
  clock: systemClock,
  log: parts.log,
  signal: new AbortController().signal,
});
const seconds = (performance.now() - start) / 1000;
process.send({
  read,
  messages,
  refused,
  seconds,
  calls,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
});
importer.close();
parts.close();
process.disconnect();
