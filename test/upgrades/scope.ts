import { z } from 'zod';
import { groupBy } from '../../src/lib/group-by.ts';
import type { Caller } from '../../src/odoo/caller.ts';

/** A model whose rows are the help desk's data, and the columns that tell them. */
export interface Scope {
  readonly model: string;
  readonly domain: readonly unknown[];
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly type: string;
  /** The model that its ids belong to; for a `res_id` the column that names it. */
  readonly relation?: string;
  readonly modelIn?: string;
  /** Odoo works it out from others. */
  readonly isComputed: boolean;
  /** Odoo may hold it in several languages. */
  readonly isTranslated: boolean;
}

/** Odoo's own models, in an order in which most rows find what they refer to; ours come after the users. */
const BEFORE_OURS: readonly Part[] = [
  {
    model: 'res.partner',
    columns: ['name', 'email', 'phone', 'mobile', 'is_company', 'city', 'lang', 'active', 'parent_id'],
  },
  { model: 'res.users', columns: ['login', 'partner_id', 'groups_id', 'active'] },
];

const AFTER_OURS: readonly Part[] = [
  {
    model: 'ir.attachment',
    domain: [
      ['res_field', '=', false],
      ['res_model', '=like', 'x\\_%'],
    ],
    columns: ['name', 'checksum', 'file_size', 'mimetype', 'res_model', 'res_id', 'access_token'],
  },
  {
    model: 'mail.message',
    domain: [['model', '=like', 'x\\_%']],
    columns: [
      ...['model', 'res_id', 'date', 'subject', 'body', 'author_id', 'email_from', 'reply_to'],
      ...['message_type', 'subtype_id', 'is_internal', 'message_id', 'parent_id', 'partner_ids'],
      'attachment_ids',
    ],
  },
  {
    model: 'mail.tracking.value',
    domain: [['mail_message_id.model', '=like', 'x\\_%']],
    columns: [
      'mail_message_id',
      'field_id',
      ...['integer', 'float', 'char', 'text', 'datetime'].flatMap((type) => [
        `old_value_${type}`,
        `new_value_${type}`,
      ]),
    ],
  },
  {
    model: 'mail.notification',
    domain: [['mail_message_id.model', '=like', 'x\\_%']],
    columns: ['mail_message_id', 'res_partner_id', 'notification_type', 'is_read'],
  },
  {
    model: 'mail.followers',
    domain: [['res_model', '=like', 'x\\_%']],
    columns: ['res_model', 'res_id', 'partner_id', 'subtype_ids'],
  },
  {
    model: 'mail.activity',
    domain: [['res_model', '=like', 'x\\_%']],
    columns: [
      ...['res_model_id', 'res_model', 'res_id', 'activity_type_id', 'summary', 'note', 'user_id'],
      ...['date_deadline', 'automated'],
    ],
  },
  {
    model: 'rating.rating',
    domain: [['res_model', '=like', 'x\\_%']],
    columns: [
      ...['res_model_id', 'res_model', 'res_id', 'partner_id', 'rated_partner_id', 'rating', 'feedback'],
      'consumed',
    ],
  },
  {
    // Of what is data: what is declared may go.
    model: 'ir.model.data',
    domain: [
      ['module', '=like', '\\_\\_%'],
      ['module', 'not in', ['__supportdesk__', '__supportdesk_lease__', '__export__']],
    ],
    columns: ['module', 'name', 'model', 'res_id'],
  },
];

interface Part {
  readonly model: string;
  readonly domain?: readonly unknown[];
  /** Beside those that were made by hand, whose names begin with `x_`. */
  readonly columns: readonly string[];
}

const ManualField = z.object({
  model: z.string(),
  name: z.string(),
  ttype: z.string(),
  relation: z.union([z.string(), z.literal(false)]),
  store: z.boolean(),
  compute: z.union([z.string(), z.literal(false)]),
  related: z.union([z.string(), z.literal(false)]),
  required: z.boolean(),
  translate: z.union([z.boolean(), z.string()]),
});
type ManualField = z.infer<typeof ManualField>;

/** Every model of the help desk, every `x_` field wherever it is, and what Odoo keeps about them. */
export async function readScope(caller: Caller): Promise<readonly Scope[]> {
  const found = await caller.call('ir.model.fields', 'search_read', [[['name', '=like', 'x\\_%']]], {
    fields: Object.keys(ManualField.shape),
    order: 'model, name',
  });
  const manual = groupBy(z.array(ManualField).parse(found), ({ model }) => model);
  const named = [...BEFORE_OURS, ...AFTER_OURS].map(({ model }) => model);
  const others = inOrder(
    [...manual].flatMap(([model, fields]) => {
      // Some have such fields by way of another model.
      const hasOwn = fields.some((field) => !mapManual(field).isComputed);
      return hasOwn && !named.includes(model) ? [model] : [];
    }),
    manual,
  );
  const parts = [...BEFORE_OURS, ...others.map((model) => ({ model, columns: [] })), ...AFTER_OURS];
  return Promise.all(
    parts.map(async ({ model, domain = [], columns }: Part) => ({
      model,
      domain,
      columns: [
        ...(await describeColumns(caller, model, columns)),
        ...(manual.get(model) ?? []).filter(({ ttype }) => ttype !== 'one2many').map(mapManual),
      ],
    })),
  );
}

/** What a record cannot be without comes before it. */
function inOrder(
  models: readonly string[],
  manual: ReadonlyMap<string, readonly ManualField[]>,
): readonly string[] {
  const ordered = new Set<string>();
  const visit = (model: string, path: readonly string[]) => {
    if (path.includes(model)) return;
    for (const { relation, required } of manual.get(model) ?? []) {
      if (required && relation !== false && models.includes(relation)) visit(relation, [...path, model]);
    }
    ordered.add(model);
  };
  for (const model of models) visit(model, []);
  return [...ordered];
}

const Described = z.record(z.string(), z.object({ type: z.string(), relation: z.string().optional() }));

async function describeColumns(caller: Caller, model: string, columns: readonly string[]) {
  if (columns.length === 0) return [];
  const options = { allfields: columns, attributes: ['type', 'relation'] };
  const fields = Described.parse(await caller.call(model, 'fields_get', [], options));
  return columns.map((name): Column => {
    const { type, relation } = fields[name] ?? { type: 'char' };
    const modelIn = name === 'res_id' ? columns.find((column) => /^(res_)?model$/.test(column)) : undefined;
    return {
      name,
      type,
      ...(relation === undefined ? {} : { relation }),
      ...(modelIn === undefined ? {} : { modelIn }),
      isComputed: COMPUTED.has(`${model}.${name}`),
      isTranslated: false,
    };
  });
}

const COMPUTED = new Set(['ir.attachment.checksum', 'ir.attachment.file_size']);

function mapManual({ name, ttype, relation, store, compute, related, translate }: ManualField): Column {
  return {
    name,
    type: ttype,
    ...(relation === false ? {} : { relation }),
    isComputed: !store || compute !== false || related !== false,
    isTranslated: translate !== false,
  };
}
