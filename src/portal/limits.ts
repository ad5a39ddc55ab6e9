import { PATIENCE } from './deadline.ts';
import { CUT_OFF_FACTOR, FIELD_BYTES, FIELDS, PLAIN_FORM_BYTES } from './form-limits.ts';
import { count, type Limit, megabytes } from './limit.ts';
import { READS_PER_POST, VISITS_PER_POST } from './rate-limit.ts';
import { OWNER_BYTES } from './spool.ts';
import { UPLOAD_LIMITS } from './uploaded-file.ts';

/** The portal’s own limits, whatever the addons. `perMinute` is `RATE_LIMIT`. */
export function portalLimits(perMinute: number): readonly Limit[] {
  const { files, fileBytes, totalBytes } = UPLOAD_LIMITS;
  const wait = 'a page asks to wait a minute; what was typed is kept';
  return [
    {
      what: 'a page’s time',
      limit: `${PATIENCE.ms / 1000} s in which Odoo answers nobody; where many wait their turn, ${PATIENCE.crowdMs / 1000} s in all`,
      beyond: 'a page says so; what was typed is kept',
    },
    {
      what: 'a form’s fields',
      limit: `${FIELDS}, of ${FIELD_BYTES / 1024} kB each; ${PLAIN_FORM_BYTES / 1024} kB in all without files`,
      beyond: 'refused as too large',
    },
    {
      what: 'a form’s files',
      limit: `${files}, of ${megabytes(fileBytes)} each, ${megabytes(totalBytes)} together; no programs, shortcuts or disks`,
      beyond: `the form comes back with the words; at ${CUT_OFF_FACTOR} times as much the connection is cut`,
    },
    {
      what: 'a customer’s forms',
      limit: `${count(perMinute)} a minute ([\`RATE_LIMIT\`](configuration.md)), the language among them`,
      beyond: wait,
    },
    {
      what: 'pages and files that a customer reads',
      limit: `${count(perMinute * READS_PER_POST)} a minute`,
      beyond: 'a page asks to wait a minute',
    },
    {
      what: 'a customer’s files under way',
      limit: `${megabytes(OWNER_BYTES)}: sent but not yet in Odoo, or waiting for a slow reader; a single file may be longer`,
      beyond: wait,
    },
    {
      what: 'an address’s logins',
      limit: `${count(perMinute)} a minute; as many forms of who is not known yet`,
      beyond: 'a page asks to wait a minute',
    },
    {
      what: 'an address’s pages by link',
      limit: `${count(perMinute * VISITS_PER_POST)} a minute, logouts among them`,
      beyond: 'a page asks to wait a minute',
    },
    {
      what: 'wrong passwords',
      limit: 'Odoo’s own lock-out, by the customer’s address where Odoo runs with `proxy_mode`',
      beyond: 'the login page says to wait',
    },
  ];
}
