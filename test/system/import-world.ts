import { randomBytes } from 'node:crypto';
import { createDemoData } from '../../emulator/zammad/data/create-demo-data.ts';
import { startZammadEmulator, type ZammadEmulator } from '../../emulator/zammad/server.ts';
import type { ZammadData, ZammadTicket, ZammadVersion } from '../../emulator/zammad/types.ts';
import type { Importer } from '../../src/addons/imports/importer.ts';
import { parseRecordsAsked } from '../../src/addons/imports/record-writer.ts';
import {
  type ImportResult,
  type RunOptions as ImportRunOptions,
  runImport,
} from '../../src/addons/imports/run-import.ts';
import { Tag } from '../../src/addons/teams/models.ts';
import { createZammadImporter, type Patience } from '../../src/addons/zammad/create-importer.ts';
import { createExternalNames } from '../../src/addons/zammad/external-names.ts';
import { ImportedMessage, ImportedTicket } from '../../src/addons/zammad/models.ts';
import { Attachment, ExternalId, Partner } from '../../src/odoo/builtin-models.ts';
import type { Caller } from '../../src/odoo/caller.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { i18n } from '../support/i18n.ts';
import { startZammadDatabase } from '../support/start-zammad-database.ts';

export interface OdooCall {
  /** `model.method`; `model.write_records` where records are written through the action for it. */
  readonly name: string;
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
}

/** What stands between a call and Odoo: it may look at it, change it, or break it. */
export type Interceptor = (
  call: OdooCall,
  send: (changed?: Pick<Partial<OdooCall>, 'args' | 'kwargs'>) => Promise<unknown>,
) => Promise<unknown>;

export interface World {
  readonly zammad: ZammadEmulator;
  readonly sourceName: string;
  readonly importer: Importer;
  /** Appended to names and addresses, so that worlds in one database do not know each other. */
  readonly suffix: string;
  /** The names of the calls to Odoo since the last run began. */
  readonly calls: string[];
  /** What the last run warned of. */
  readonly warnings: (readonly unknown[])[];
  run(options?: RunOptions): Promise<ImportResult>;
  externalId(kind: 'ticket' | 'article' | 'user' | 'organization', id: number): string;
  /** What Odoo holds of this world, by external id. */
  readState(): Promise<State>;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly intercept?: Interceptor;
  readonly mode?: ImportRunOptions['mode'];
  readonly full?: boolean;
  readonly trigger?: ImportRunOptions['trigger'];
  readonly signal?: AbortSignal;
  readonly leaseMs?: number;
}

export interface WorldOptions {
  readonly data?: (suffix: string) => ZammadData;
  readonly version?: ZammadVersion;
  /** Zammad's; the time of its changes. */
  readonly clock?: () => Date;
  /** Read Zammad's database rather than its REST API. */
  readonly isSql?: boolean;
  readonly patience?: Patience;
  /** What Zammad's token may do, where that is more than to see tickets. */
  readonly permissions?: readonly string[];
}

/** The import works as the service account; what came of it an administrator looks at. */
export interface Accounts {
  readonly service: Caller;
  readonly inspector: Caller;
}

/** A Zammad of its own beside a shared Odoo. */
export async function createWorld(
  { service, inspector }: Accounts,
  options: WorldOptions = {},
): Promise<World> {
  const suffix = randomBytes(4).toString('hex');
  const sourceName = `world_${suffix}`;
  const data = (options.data ?? createSmallData)(suffix);
  const version = options.version ?? '7.1';
  const { clock, permissions } = options;
  const zammad = await startZammadEmulator({
    ...{ data, version },
    ...(clock ? { clock } : {}),
    ...(permissions ? { permissions } : {}),
  });
  const database = options.isSql ? await startZammadDatabase(zammad, version) : undefined;
  const importer = createZammadImporter(
    {
      key: sourceName,
      url: zammad.url,
      token: zammad.token,
      ...(database ? { databaseUrl: database.url } : {}),
    },
    options.patience,
  );
  const names = createExternalNames(sourceName);
  const calls: string[] = [];
  const warnings: (readonly unknown[])[] = [];

  return {
    zammad,
    sourceName,
    importer,
    suffix,
    calls,
    warnings,
    async run({ intercept, leaseMs, signal, mode = 'import', trigger = 'shell', full = false } = {}) {
      calls.length = 0;
      warnings.length = 0;
      await database?.sync();
      return runImport({
        odoo: watch(service, calls, intercept),
        sayIn: i18n.sayIn,
        importer,
        clock: { now: () => new Date() },
        log: createSilentLog((...entry) => warnings.push(entry)),
        signal: signal ?? new AbortController().signal,
        mode,
        full,
        trigger,
        ...(leaseMs === undefined ? {} : { lease: { lastsMs: leaseMs, renewEveryMs: 3_600_000 } }),
      });
    },
    externalId: (kind, id) => names[kind](id),
    readState: () => readState(createOdoo(inspector), sourceName),
    async close() {
      importer.close();
      await zammad.close();
      await database?.close();
    },
  };
}

/** Two companies, four customers, an agent; four tickets with a note, a mail and a phone call among their articles. */
function createSmallData(suffix: string): ZammadData {
  const demo = createDemoData(new Date('2026-03-01T12:00:00Z'));
  const tickets = demo.tickets.filter((ticket) => /Till 2|VPN|Locked out|^-$/.test(ticket.title));
  return uniqueData(suffix, { ...demo, tickets: tickets.map((ticket): ZammadTicket => ({ ...ticket })) });
}

/** The same data with addresses and names that no other world has. */
export function uniqueData(suffix: string, data: ZammadData): ZammadData {
  const kept = new Set(data.tickets.map((ticket) => ticket.id));
  const own = (address: string) => address.replace('@', `.${suffix}@`);
  return {
    ...data,
    organizations: data.organizations.map((row) => ({ ...row, name: `${row.name} ${suffix}` })),
    users: data.users.map((row) => ({ ...row, login: own(row.login), email: own(row.email) })),
    articles: data.articles.filter((article) => kept.has(article.ticket_id)).map((row) => ({ ...row })),
  };
}

function watch(caller: Caller, calls: string[], intercept: Interceptor | undefined): Odoo {
  return createOdoo({
    call(model, method, args, kwargs = {}, options) {
      const name = nameCall(model, method, kwargs);
      calls.push(name);
      const given = { args, kwargs };
      const send = (changed = {}) => {
        const sent = { ...given, ...changed };
        return caller.call(model, method, sent.args, sent.kwargs, options);
      };
      return intercept ? intercept({ name, ...given }, send) : send();
    },
  });
}

export function nameCall(model: string, method: string, kwargs: unknown): string {
  const asked = method === 'run' ? parseRecordsAsked(kwargs) : undefined;
  return asked ? `${asked.model}.write_records` : `${model}.${method}`;
}

export interface State {
  readonly tickets: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly messages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly partners: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly files: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Records without their ids, which differ from world to world; keys are external ids without the source's name. */
async function readState(odoo: Odoo, sourceName: string): Promise<State> {
  const links = await odoo.model(ExternalId).searchRead(
    [
      ['module', '=', '__zammad__'],
      ['name', '=like', `${sourceName.replaceAll('_', '\\_')}\\_%`],
    ],
    { fields: ['name', 'model', 'res_id'] },
  );
  const keyOf = (model: string, id: number) =>
    links.find((link) => link.model === model && link.res_id === id)?.name.slice(sourceName.length + 1) ??
    null;
  const partnerOf = (value: readonly [number, string] | false) =>
    value === false ? null : keyOf('res.partner', value[0]);
  const idsOf = (model: string) => links.filter((link) => link.model === model).map((link) => link.res_id);

  const tickets = await odoo.model(ImportedTicket).searchRead([['id', 'in', idsOf('x_support.ticket')]], {
    fields: [
      'x_name',
      'x_description',
      'x_file_ids',
      'x_state',
      'x_priority',
      'x_rating',
      'x_partner_id',
      'x_user_id',
      'x_opened_at',
      'x_closed_at',
      'x_sla_deadline',
      'x_source_number',
      'x_import_pending',
      'x_active',
      'x_team_id',
      'x_tag_ids',
      'x_linked_ids',
      'x_merged_into_id',
      'x_time_spent',
      'x_source_state',
    ],
    context: { active_test: false },
  });
  // By ticket, not by external id: a message written twice must show.
  const messages = await odoo.model(ImportedMessage).searchRead(
    [
      ['model', '=', 'x_support.ticket'],
      ['res_id', 'in', tickets.map((ticket) => ticket.id)],
      ['message_type', '!=', 'notification'],
    ],
    {
      fields: [
        'res_id',
        'date',
        'body',
        'author_id',
        'email_from',
        'message_type',
        'subtype_id',
        'is_internal',
        'message_id',
        'x_email_to',
        'x_channel',
        'attachment_ids',
      ],
    },
  );
  const partners = await odoo.model(Partner).searchRead([['id', 'in', idsOf('res.partner')]], {
    fields: ['name', 'email', 'phone', 'is_company', 'parent_id', 'active'],
    context: { active_test: false },
  });
  const attachments = await odoo.model(Attachment).searchRead(
    [
      ['res_model', '=', 'x_support.ticket'],
      ['res_id', 'in', tickets.map(({ id }) => id)],
    ],
    {
      fields: ['name', 'res_id', 'file_size', 'checksum', 'mimetype'],
    },
  );
  const files = new Map(attachments.map(({ id }) => [id, keyOf('ir.attachment', id) ?? `unknown ${id}`]));
  const withFiles = (html: unknown) =>
    String(html).replace(/\/web\/image\/(\d+)/g, (_, id: string) => `/web/image/${files.get(Number(id))}`);
  const tags = await odoo.model(Tag).searchRead([], { fields: ['x_name'] });
  const tagOf = new Map(tags.map(({ id, x_name }) => [id, x_name]));

  return {
    files: Object.fromEntries(
      attachments.map(({ id, res_id, ...file }) => [
        files.get(id),
        { ...file, ticket: keyOf('x_support.ticket', res_id) },
      ]),
    ),
    tickets: Object.fromEntries(
      tickets.map(
        ({
          id,
          x_partner_id,
          x_team_id,
          x_tag_ids,
          x_linked_ids,
          x_merged_into_id,
          x_file_ids,
          ...ticket
        }) => [
          keyOf('x_support.ticket', id),
          {
            ...ticket,
            x_description: withFiles(ticket.x_description),
            partner: partnerOf(x_partner_id),
            team: x_team_id ? x_team_id[1] : null,
            tags: x_tag_ids.map((tag) => tagOf.get(tag)).sort(),
            files: x_file_ids.map((file) => files.get(file)).sort(),
            links: x_linked_ids.map((link) => keyOf('x_support.ticket', link)).sort(),
            mergedInto: x_merged_into_id ? keyOf('x_support.ticket', x_merged_into_id[0]) : null,
          },
        ],
      ),
    ),
    messages: Object.fromEntries(
      messages.map(({ id, res_id, author_id, subtype_id, attachment_ids, ...message }) => [
        keyOf('mail.message', id) ?? `unknown ${id}`,
        {
          ...message,
          body: withFiles(message.body),
          files: attachment_ids.map((file) => files.get(file)).sort(),
          ticket: keyOf('x_support.ticket', res_id),
          author: partnerOf(author_id),
          subtype: subtype_id === false ? null : subtype_id[1],
        },
      ]),
    ),
    partners: Object.fromEntries(
      partners.map(({ id, parent_id, ...partner }) => [
        keyOf('res.partner', id),
        { ...partner, company: partnerOf(parent_id) },
      ]),
    ),
  };
}
