ALTER TABLE organizations ALTER COLUMN name TYPE varchar(150);
ALTER TABLE organizations ADD COLUMN vip boolean NOT NULL DEFAULT false;
ALTER TABLE tokens RENAME COLUMN name TO token;
ALTER TABLE groups ALTER COLUMN name TYPE varchar(1618);
ALTER TABLE groups ADD COLUMN name_last varchar(160) NOT NULL;
ALTER TABLE groups ADD COLUMN parent_id integer REFERENCES groups;
ALTER TABLE tickets ADD COLUMN checklist_id integer;
ALTER TABLE ticket_time_accountings ADD COLUMN type_id integer;
ALTER TABLE stores ALTER COLUMN o_id TYPE varchar(255);
