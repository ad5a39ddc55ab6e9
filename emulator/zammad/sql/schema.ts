import type { ZammadAttribute, ZammadVersion } from '../types.ts';

/**
 * The tables of Zammad's database that an import can meet, in the shape of a version. Zone-less times hold UTC;
 * the only index on a time of change is the one on tickets.
 */
export function renderSchema(version: ZammadVersion, attributes: readonly ZammadAttribute[]): string {
  const isNew = version !== '5.5';
  const since6 = (column: string) => (isNew ? column : undefined);
  const custom = attributes.map(({ name, type }) => `${name} ${columnTypes[type]}`);
  const tables: Readonly<Record<string, readonly (string | undefined)[]>> = {
    organizations: [
      `name varchar(${isNew ? 150 : 100}) NOT NULL UNIQUE`,
      'shared boolean NOT NULL DEFAULT true',
      "domain varchar(250) DEFAULT ''",
      'domain_assignment boolean NOT NULL DEFAULT false',
      'active boolean NOT NULL DEFAULT true',
      since6('vip boolean NOT NULL DEFAULT false'),
      "note varchar(5000) DEFAULT ''",
      ...stamps,
    ],
    users: [
      'organization_id integer REFERENCES organizations',
      'login varchar(255) NOT NULL UNIQUE',
      ...['firstname', 'lastname', 'phone', 'mobile'].map((name) => `${name} varchar(100) DEFAULT ''`),
      "email varchar(255) DEFAULT ''",
      'password varchar(100)',
      'active boolean NOT NULL DEFAULT true',
      'preferences varchar(8000)',
      ...stamps,
    ],
    tokens: [
      'user_id integer NOT NULL REFERENCES users',
      isNew ? 'token varchar(100) NOT NULL' : 'name varchar(100) NOT NULL',
      ...times,
    ],
    groups: [
      `name varchar(${isNew ? 1618 : 160}) NOT NULL UNIQUE`,
      since6('name_last varchar(160) NOT NULL'),
      since6('parent_id integer REFERENCES groups'),
      'active boolean NOT NULL DEFAULT true',
      ...stamps,
    ],
    ticket_state_types: ['name varchar(250) NOT NULL UNIQUE', ...stamps],
    ticket_states: [
      'state_type_id integer NOT NULL REFERENCES ticket_state_types',
      'name varchar(250) NOT NULL UNIQUE',
      'active boolean NOT NULL DEFAULT true',
      ...stamps,
    ],
    ticket_priorities: [
      'name varchar(250) NOT NULL UNIQUE',
      'active boolean NOT NULL DEFAULT true',
      ...stamps,
    ],
    ticket_article_types: [
      'name varchar(250) NOT NULL UNIQUE',
      'communication boolean NOT NULL DEFAULT false',
      ...stamps,
    ],
    ticket_article_senders: ['name varchar(250) NOT NULL UNIQUE', ...stamps],
    tickets: [
      'group_id integer NOT NULL REFERENCES groups',
      'priority_id integer NOT NULL REFERENCES ticket_priorities',
      'state_id integer NOT NULL REFERENCES ticket_states',
      'organization_id integer REFERENCES organizations',
      'number varchar(60) NOT NULL UNIQUE',
      'title varchar(250) NOT NULL',
      'owner_id integer NOT NULL REFERENCES users',
      'customer_id integer NOT NULL REFERENCES users',
      'note varchar(250)',
      ...ticketTimes.map((name) => `${name} timestamp(3)`),
      'article_count integer',
      'time_unit numeric(6,2)',
      'preferences text',
      since6('checklist_id integer'),
      ...stamps,
      ...custom,
    ],
    ticket_articles: [
      'ticket_id integer NOT NULL REFERENCES tickets',
      'type_id integer NOT NULL REFERENCES ticket_article_types',
      'sender_id integer NOT NULL REFERENCES ticket_article_senders',
      version === '7.1' ? 'detected_language varchar(8)' : '"references" varchar(3200)',
      ...['"from"', '"to"', 'cc', 'subject', 'message_id', 'in_reply_to'].map(
        (name) => `${name} varchar(3000)`,
      ),
      'reply_to varchar(300)',
      'message_id_md5 varchar(32)',
      "content_type varchar(20) NOT NULL DEFAULT 'text/plain'",
      'body text NOT NULL',
      'internal boolean NOT NULL DEFAULT false',
      'preferences text',
      'origin_by_id integer REFERENCES users',
      ...stamps,
    ],
    ticket_time_accountings: [
      'ticket_id integer NOT NULL REFERENCES tickets',
      'ticket_article_id integer REFERENCES ticket_articles',
      'time_unit numeric(6,2) NOT NULL',
      since6('type_id integer'),
      'created_by_id integer NOT NULL',
      ...times,
    ],
    tag_objects: ['name varchar(250) NOT NULL UNIQUE', ...times],
    tag_items: ['name varchar(250) NOT NULL', 'name_downcase varchar(250) NOT NULL', ...times],
    tags: [
      'tag_item_id integer NOT NULL REFERENCES tag_items',
      'tag_object_id integer NOT NULL REFERENCES tag_objects',
      'o_id integer NOT NULL',
      'created_by_id integer NOT NULL',
      ...times,
    ],
    link_types: ['name varchar(250) NOT NULL UNIQUE', ...times],
    link_objects: ['name varchar(250) NOT NULL UNIQUE', ...times],
    links: [
      'link_type_id integer NOT NULL REFERENCES link_types',
      'link_object_source_id integer NOT NULL',
      'link_object_source_value integer NOT NULL',
      'link_object_target_id integer NOT NULL',
      'link_object_target_value integer NOT NULL',
      ...times,
    ],
    store_objects: ['name varchar(250) NOT NULL UNIQUE', ...times],
    store_files: ['sha varchar(128) NOT NULL UNIQUE', 'provider varchar(20)', ...times],
    store_provider_dbs: ['sha varchar(128) NOT NULL UNIQUE', 'data bytea', ...times],
    stores: [
      'store_object_id integer NOT NULL REFERENCES store_objects',
      'store_file_id integer NOT NULL REFERENCES store_files',
      isNew ? 'o_id varchar(255) NOT NULL' : 'o_id bigint NOT NULL',
      'preferences varchar(2500)',
      'size varchar(50)',
      'filename varchar(250) NOT NULL',
      'created_by_id integer NOT NULL',
      ...times,
    ],
  };
  const created = Object.entries(tables).map(([name, columns]) => {
    const kept = ['id serial PRIMARY KEY', ...columns.filter((column) => column !== undefined)];
    return `CREATE TABLE ${name} (${kept.join(', ')});`;
  });
  return [...created, ...indexes].join('\n');
}

/** Times of a ticket beside those that every row has. */
export const ticketTimes = [
  'first_response_at',
  'first_response_escalation_at',
  'close_at',
  'close_escalation_at',
  'update_escalation_at',
  'last_close_at',
  'last_contact_at',
  'last_contact_agent_at',
  'last_contact_customer_at',
  'escalation_at',
  'pending_time',
] as const;

const times = ['created_at timestamp(3) NOT NULL', 'updated_at timestamp(3) NOT NULL'];
const stamps = ['updated_by_id integer NOT NULL', 'created_by_id integer NOT NULL', ...times];

const columnTypes: Readonly<Record<ZammadAttribute['type'], string>> = {
  input: 'varchar(250)',
  select: 'varchar(250)',
  multiselect: 'varchar[]',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamp(3)',
};

const indexes = [
  'CREATE INDEX ON tickets (updated_at);',
  'CREATE INDEX ON tickets (group_id, state_id, updated_at);',
  'CREATE INDEX ON tickets (customer_id);',
  'CREATE INDEX ON ticket_articles (ticket_id);',
  'CREATE INDEX ON ticket_time_accountings (ticket_id);',
  'CREATE INDEX ON tags (o_id);',
  'CREATE INDEX ON stores (store_object_id, o_id);',
  'CREATE INDEX ON stores (store_file_id);',
  'CREATE INDEX ON users (email);',
];
