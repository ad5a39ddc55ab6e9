import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Intake } from '../../src/addons/intake/models.ts';
import { openMails } from '../../src/addons/intake/open-job.ts';
import { MOST_PARAMETER } from '../../src/addons/intake/parameters.ts';
import { createTakeIn } from '../../src/addons/intake/take-in.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { TicketThread } from '../../src/addons/tickets/ticket-thread.ts';
import { Attachment, Message, Partner } from '../../src/odoo/builtin-models.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { OUTCOMES, type Outcome } from '../mails/outcomes.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { createMailWorld, type MailWorld } from '../support/mail-world.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let odoo: Odoo;
let service: Odoo;
let world: MailWorld;
const takeIn = createTakeIn();
/** As the mails write a technician’s address. */
const STAFF = '{{technician}}';

beforeAll(async () => {
  deployed = await startDeployed();
  odoo = deployed.backend.odoo;
  service = createOdoo(deployed.service);
  // Ann writes more here in a minute than in a year.
  await odoo.call('ir.config_parameter', 'set_param', [MOST_PARAMETER, '10000']);
  world = await createMailWorld(odoo);
});
afterAll(async () => {
  await odoo?.call('ir.config_parameter', 'set_param', [MOST_PARAMETER, '20']);
  await deployed?.backend.close();
});

test('every mail has its right outcome written down', () => {
  const files = readdirSync(new URL('../mails', import.meta.url)).filter((name) => name.endsWith('.eml'));
  expect(files.map((name) => name.replace('.eml', '')).sort()).toEqual(Object.keys(OUTCOMES).sort());
});

test.each(Object.entries(OUTCOMES))('%s', async (name, outcome) => {
  const mergedInto = name === 'answer-to-merged' ? (await world.prepare('new-plain')).ticketId : undefined;
  const mail = await world.prepare(name, {
    ...(name === 'answer-to-closed' ? { state: 'done' } : {}),
    ...(mergedInto === undefined ? {} : { mergedInto }),
  });

  const first = await takeIn(service, mail.raw);
  // A server that lost the answer hands the mail in again.
  await takeIn(service, mail.raw);
  await openMails(service, createSilentLog());

  const lines = await odoo.model(Intake).searchRead([['x_message_id', '=', mail.messageId]], {
    fields: ['x_decision', 'x_reason', 'x_found_by', 'x_ticket_id', 'x_post_id', 'x_original_id', 'x_detail'],
  });
  if (outcome.decision === 'none') return expect(lines).toEqual([]);
  expect(lines).toHaveLength(1);
  const [line] = lines;
  expect([first, line?.x_detail]).toEqual([
    outcome.repaired ? 'unread' : 'taken',
    line?.x_decision === 'unread' ? 'read' : expect.anything(),
  ]);
  expect(line).toMatchObject({
    x_decision: outcome.decision,
    x_reason: outcome.reason ?? line?.x_reason,
    x_found_by: outcome.foundBy ?? false,
    x_original_id: [expect.any(Number), expect.any(String)],
  });
  if (!line?.x_ticket_id || !line.x_post_id)
    return expect(['held', 'filed', 'bounced']).toContain(outcome.decision);
  if (outcome.decision !== 'opened') expect(line.x_ticket_id[0]).toBe(mergedInto ?? mail.ticketId);
  await checkTicket(line.x_ticket_id[0], outcome);
  await checkMessage(line.x_post_id[0], outcome);
});

async function checkTicket(id: number, outcome: Outcome) {
  const [ticket] = await odoo.model(TicketThread).searchRead([['id', '=', id]], {
    fields: ['x_name', 'x_partner_id', 'x_state', 'x_description', 'x_file_ids'],
  });
  if (outcome.state) expect(ticket?.x_state).toBe(outcome.state);
  if (outcome.customer)
    expect(ticket?.x_partner_id).toEqual([expect.any(Number), expect.stringContaining(outcome.customer)]);
  if (outcome.subject) expect(ticket?.x_name).toContain(outcome.subject);
  if (outcome.decision === 'opened') {
    if (outcome.says) expect(ticket?.x_description).toContain(outcome.says);
    expect(ticket?.x_file_ids).toHaveLength(outcome.files?.length ?? ticket?.x_file_ids.length ?? 0);
  }
  const followers = await findFollowers(id);
  for (const one of outcome.follows ?? []) expect(followers).toContain(world.address(one));
  for (const one of outcome.followsNot ?? [])
    expect(followers).not.toContain(one === STAFF ? world.technician : world.address(one));
}

async function findFollowers(id: number): Promise<readonly string[]> {
  const partners = await odoo.model(Partner).searchRead(
    [
      [
        'id',
        'in',
        (
          (await odoo.call(Ticket.name, 'read', [[id], ['message_partner_ids']])) as {
            message_partner_ids: number[];
          }[]
        )[0]?.message_partner_ids ?? [],
      ],
    ],
    { fields: ['email'] },
  );
  return partners.map(({ email }) => String(email));
}

/** Only who takes part says something in public; the original is nobody's but the help desk's. */
async function checkMessage(id: number, outcome: Outcome) {
  const [message] = await odoo.model(Message).searchRead([['id', '=', id]], {
    fields: ['body', 'subtype_id', 'attachment_ids', 'message_type'],
  });
  const isPublic = outcome.decision === 'opened' || outcome.decision === 'added';
  expect(message?.subtype_id || []).toContain(isPublic ? 'Discussions' : 'Note');
  if (outcome.says) expect(message?.body).toContain(outcome.says);
  const files = await odoo
    .model(Attachment)
    .searchRead([['id', 'in', message?.attachment_ids ?? []]], { fields: ['name'] });
  expect(files.map(({ name }) => name)).not.toContain('original_email.eml');
  if (outcome.files) expect(files.map(({ name }) => name).sort()).toEqual([...outcome.files].sort());
}
