CREATE TABLE organizations (
  id serial PRIMARY KEY,
  name varchar(100) NOT NULL UNIQUE,
  shared boolean NOT NULL DEFAULT true,
  domain varchar(250) DEFAULT '',
  domain_assignment boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  note varchar(5000) DEFAULT '',
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE users (
  id serial PRIMARY KEY,
  organization_id integer REFERENCES organizations,
  login varchar(255) NOT NULL UNIQUE,
  firstname varchar(100) DEFAULT '',
  lastname varchar(100) DEFAULT '',
  phone varchar(100) DEFAULT '',
  mobile varchar(100) DEFAULT '',
  email varchar(255) DEFAULT '',
  password varchar(100),
  active boolean NOT NULL DEFAULT true,
  preferences varchar(8000),
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE tokens (
  id serial PRIMARY KEY,
  user_id integer NOT NULL REFERENCES users,
  name varchar(100) NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE groups (
  id serial PRIMARY KEY,
  name varchar(160) NOT NULL UNIQUE,
  active boolean NOT NULL DEFAULT true,
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE ticket_state_types (
  id serial PRIMARY KEY,
  name varchar(250) NOT NULL UNIQUE,
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE ticket_states (
  id serial PRIMARY KEY,
  state_type_id integer NOT NULL REFERENCES ticket_state_types,
  name varchar(250) NOT NULL UNIQUE,
  active boolean NOT NULL DEFAULT true,
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE ticket_priorities (
  id serial PRIMARY KEY,
  name varchar(250) NOT NULL UNIQUE,
  active boolean NOT NULL DEFAULT true,
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE ticket_article_types (
  id serial PRIMARY KEY,
  name varchar(250) NOT NULL UNIQUE,
  communication boolean NOT NULL DEFAULT false,
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE ticket_article_senders (
  id serial PRIMARY KEY,
  name varchar(250) NOT NULL UNIQUE,
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE tickets (
  id serial PRIMARY KEY,
  group_id integer NOT NULL REFERENCES groups,
  priority_id integer NOT NULL REFERENCES ticket_priorities,
  state_id integer NOT NULL REFERENCES ticket_states,
  organization_id integer REFERENCES organizations,
  number varchar(60) NOT NULL UNIQUE,
  title varchar(250) NOT NULL,
  owner_id integer NOT NULL REFERENCES users,
  customer_id integer NOT NULL REFERENCES users,
  note varchar(250),
  first_response_at timestamp(3),
  first_response_escalation_at timestamp(3),
  close_at timestamp(3),
  close_escalation_at timestamp(3),
  update_escalation_at timestamp(3),
  last_close_at timestamp(3),
  last_contact_at timestamp(3),
  last_contact_agent_at timestamp(3),
  last_contact_customer_at timestamp(3),
  escalation_at timestamp(3),
  pending_time timestamp(3),
  article_count integer,
  time_unit numeric(6,2),
  preferences text,
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE ticket_articles (
  id serial PRIMARY KEY,
  ticket_id integer NOT NULL REFERENCES tickets,
  type_id integer NOT NULL REFERENCES ticket_article_types,
  sender_id integer NOT NULL REFERENCES ticket_article_senders,
  "references" varchar(3200),
  "from" varchar(3000),
  "to" varchar(3000),
  cc varchar(3000),
  subject varchar(3000),
  message_id varchar(3000),
  in_reply_to varchar(3000),
  reply_to varchar(300),
  message_id_md5 varchar(32),
  content_type varchar(20) NOT NULL DEFAULT 'text/plain',
  body text NOT NULL,
  internal boolean NOT NULL DEFAULT false,
  preferences text,
  origin_by_id integer REFERENCES users,
  updated_by_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE ticket_time_accountings (
  id serial PRIMARY KEY,
  ticket_id integer NOT NULL REFERENCES tickets,
  ticket_article_id integer REFERENCES ticket_articles,
  time_unit numeric(6,2) NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE tag_objects (
  id serial PRIMARY KEY,
  name varchar(250) NOT NULL UNIQUE,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE tag_items (
  id serial PRIMARY KEY,
  name varchar(250) NOT NULL,
  name_downcase varchar(250) NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE tags (
  id serial PRIMARY KEY,
  tag_item_id integer NOT NULL REFERENCES tag_items,
  tag_object_id integer NOT NULL REFERENCES tag_objects,
  o_id integer NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE link_types (
  id serial PRIMARY KEY,
  name varchar(250) NOT NULL UNIQUE,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE link_objects (
  id serial PRIMARY KEY,
  name varchar(250) NOT NULL UNIQUE,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE links (
  id serial PRIMARY KEY,
  link_type_id integer NOT NULL REFERENCES link_types,
  link_object_source_id integer NOT NULL,
  link_object_source_value integer NOT NULL,
  link_object_target_id integer NOT NULL,
  link_object_target_value integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE store_objects (
  id serial PRIMARY KEY,
  name varchar(250) NOT NULL UNIQUE,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE store_files (
  id serial PRIMARY KEY,
  sha varchar(128) NOT NULL UNIQUE,
  provider varchar(20),
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE store_provider_dbs (
  id serial PRIMARY KEY,
  sha varchar(128) NOT NULL UNIQUE,
  data bytea,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE TABLE stores (
  id serial PRIMARY KEY,
  store_object_id integer NOT NULL REFERENCES store_objects,
  store_file_id integer NOT NULL REFERENCES store_files,
  o_id bigint NOT NULL,
  preferences varchar(2500),
  size varchar(50),
  filename varchar(250) NOT NULL,
  created_by_id integer NOT NULL,
  created_at timestamp(3) NOT NULL,
  updated_at timestamp(3) NOT NULL
);

CREATE INDEX ON tickets (updated_at);
CREATE INDEX ON tickets (group_id, state_id, updated_at);
CREATE INDEX ON tickets (customer_id);
CREATE INDEX ON ticket_articles (ticket_id);
CREATE INDEX ON ticket_time_accountings (ticket_id);
CREATE INDEX ON tags (o_id);
CREATE INDEX ON stores (store_object_id, o_id);
CREATE INDEX ON stores (store_file_id);
CREATE INDEX ON users (email);

-- What is in every Zammad's database from the start.
INSERT INTO ticket_state_types (id, name, updated_by_id, created_by_id, created_at, updated_at) VALUES
  (1, 'new', 1, 1, '2026-01-01', '2026-01-01'),
  (2, 'open', 1, 1, '2026-01-01', '2026-01-01'),
  (3, 'pending reminder', 1, 1, '2026-01-01', '2026-01-01'),
  (4, 'pending action', 1, 1, '2026-01-01', '2026-01-01'),
  (5, 'closed', 1, 1, '2026-01-01', '2026-01-01'),
  (6, 'merged', 1, 1, '2026-01-01', '2026-01-01'),
  (7, 'removed', 1, 1, '2026-01-01', '2026-01-01');
INSERT INTO ticket_article_types (id, name, communication, updated_by_id, created_by_id, created_at, updated_at) VALUES
  (1, 'email', true, 1, 1, '2026-01-01', '2026-01-01'),
  (2, 'sms', true, 1, 1, '2026-01-01', '2026-01-01'),
  (3, 'chat', true, 1, 1, '2026-01-01', '2026-01-01'),
  (5, 'phone', true, 1, 1, '2026-01-01', '2026-01-01'),
  (10, 'note', false, 1, 1, '2026-01-01', '2026-01-01'),
  (11, 'web', true, 1, 1, '2026-01-01', '2026-01-01');
INSERT INTO ticket_article_senders (id, name, updated_by_id, created_by_id, created_at, updated_at) VALUES
  (1, 'Agent', 1, 1, '2026-01-01', '2026-01-01'),
  (2, 'Customer', 1, 1, '2026-01-01', '2026-01-01'),
  (3, 'System', 1, 1, '2026-01-01', '2026-01-01');
INSERT INTO tag_objects (id, name, created_at, updated_at) VALUES
  (1, 'Ticket', '2026-01-01', '2026-01-01');
INSERT INTO link_objects (id, name, created_at, updated_at) VALUES
  (1, 'Ticket', '2026-01-01', '2026-01-01');
INSERT INTO link_types (id, name, created_at, updated_at) VALUES
  (1, 'normal', '2026-01-01', '2026-01-01'),
  (2, 'parent', '2026-01-01', '2026-01-01'),
  (3, 'child', '2026-01-01', '2026-01-01');
INSERT INTO store_objects (id, name, created_at, updated_at) VALUES
  (1, 'Ticket::Article', '2026-01-01', '2026-01-01'),
  (2, 'Ticket::Article::Mail', '2026-01-01', '2026-01-01');
