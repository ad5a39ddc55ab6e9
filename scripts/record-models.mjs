// Records models of a real Odoo, the one that ODOO_* names, for the emulator: emulator/odoo/models/<model>.json.
//
//   npm run record:models                         every model that is there, anew
//   npm run record:models -- mail.mail            one model, with all its fields where it is not there yet
//   npm run record:models -- res.partner:ref,vat  with these fields added
//
// What no Odoo tells over RPC, and how the emulator keeps a field, stays as it stands in the file.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'emulator/odoo/models');
const { ODOO_URL = 'http://localhost:8069', ODOO_DB, ODOO_USERNAME, ODOO_PASSWORD } = process.env;
/** Choices that depend on what is installed; the emulator has its own. */
const DYNAMIC = ['lang', 'tz', 'res_model'];
/** Choices longer than that are no choices but lists. */
const LONGEST = 60;
const BY_HAND = ['inverseModelField', 'autoJoin', 'searchable', 'default'];
/** How a field is kept: taken from Odoo once, then the file's. */
const KEPT = ['stored', 'related', 'inverse', 'sanitize'];

const MISSING = 'ODOO_URL, ODOO_DB, ODOO_USERNAME and ODOO_PASSWORD must name an Odoo and an administrator.';
if (!ODOO_DB) throw new Error(MISSING);
const uid = await rpc('common', 'authenticate', [ODOO_DB, ODOO_USERNAME, ODOO_PASSWORD, {}]);
if (!uid)
  throw new Error(
    'ODOO_URL, ODOO_DB, ODOO_USERNAME and ODOO_PASSWORD must name an Odoo and an administrator.',
  );
const inherited = ['base', 'mail.thread', 'mail.activity.mixin'].flatMap((name) =>
  Object.keys(readJson(join(folder, 'mixins', `${name}.json`)).fields),
);
const asked = process.argv.slice(2);
const known = readdirSync(folder).filter((name) => name.endsWith('.json'));
const files = [];
for (const item of asked.length > 0 ? asked : known.map((name) => name.replace('.json', ''))) {
  const [model, names] = item.split(':');
  const file = join(folder, `${model}.json`);
  const before = existsSync(file) ? readJson(file) : undefined;
  writeFileSync(file, renderJson(await record(model, names?.split(',') ?? [], before)));
  console.log(`recorded ${model}`);
  files.push(file);
}
spawnSync('npx', ['biome', 'format', '--write', ...files], { stdio: ['ignore', 'ignore', 'inherit'] });

async function record(model, added, before) {
  const [described] = await call('ir.model', 'search_read', [[['model', '=', model]]], {
    fields: ['name', 'order', 'is_mail_thread', 'is_mail_activity'],
  });
  if (!described) throw new Error(`That Odoo has no model ${model}.`);
  const real = await call(model, 'fields_get', [], {});
  const wanted = before
    ? [...Object.keys(before.fields), ...added]
    : Object.keys(real).filter((name) => !inherited.includes(name));
  const rows = await call('ir.model.fields', 'search_read', [[['model', '=', model]]], {
    fields: ['name', 'on_delete', 'copied', 'tracking', 'related'],
  });
  const defaults = await call(model, 'default_get', [wanted]);
  const fields = [...new Set(wanted)].map((name) => {
    const row = rows.find((candidate) => candidate.name === name);
    // A field of the file that this Odoo lacks is left alone: it belongs to a module that is not installed there.
    if (!real[name] || !row) return [name, before?.fields[name]];
    return [name, recordField(real[name], row, before?.fields[name], defaults[name])];
  });
  return {
    name: model,
    label: described.name,
    order: described.order,
    ...(before?.uniques && { uniques: before.uniques }),
    ...(before?.nameField && { nameField: before.nameField }),
    ...(described.is_mail_thread && { thread: true }),
    ...(described.is_mail_activity && { activity: true }),
    fields: Object.fromEntries(fields),
    access: await recordAccess(model),
    ...(await recordRules(model)),
  };
}

function recordField(real, row, before, initial) {
  const isChoice = real.type === 'selection' && Array.isArray(real.selection);
  const keepsChoice = before?.selection && (DYNAMIC.includes(row.name) || real.selection.length > LONGEST);
  const own = Object.entries(before ?? {}).filter(([name]) => [...BY_HAND, ...KEPT].includes(name));
  const isToMany = real.type === 'one2many' || real.type === 'many2many';
  const isPlain =
    ['string', 'boolean', 'number'].includes(typeof initial) && initial !== false && !real.relation;
  return {
    type: real.type,
    label: real.string,
    ...(isChoice && { selection: keepsChoice ? before.selection : real.selection }),
    ...(real.relation && { relation: real.relation }),
    ...(real.type === 'many2one' && { onDelete: row.on_delete || 'set null' }),
    ...(real.required && { required: true }),
    ...(real.readonly && { readonly: true }),
    ...(real.translate && { translate: true }),
    ...(real.trim === false && { trim: false }),
    ...(real.groups && { groups: real.groups }),
    ...(isToMany && Array.isArray(real.domain) && real.domain.length > 0 && { domain: real.domain }),
    ...(row.copied === false && real.store && { copied: false }),
    ...(row.tracking && { tracking: row.tracking }),
    ...(before ? Object.fromEntries(own) : recordKept(real, row)),
    ...(!before && isPlain && { default: initial }),
  };
}

function recordKept(real, row) {
  return {
    ...(real.type === 'one2many' && { inverse: real.relation_field }),
    ...(!real.store && real.type !== 'one2many' && { stored: false }),
    ...(row.related && !real.store && { related: row.related }),
    ...(real.sanitize !== undefined && real.sanitize !== true && { sanitize: false }),
  };
}

async function recordAccess(model) {
  const lines = await call('ir.model.access', 'search_read', [[['model_id.model', '=', model]]], {
    fields: ['group_id', 'perm_read', 'perm_write', 'perm_create', 'perm_unlink'],
  });
  const names = await externalIds(lines.flatMap(({ group_id }) => (group_id ? [group_id[0]] : [])));
  return lines
    .filter((line) => lettersOf(line) !== '')
    .map((line) => `${line.group_id ? names[line.group_id[0]] : '*'} ${lettersOf(line)}`);
}

async function recordRules(model) {
  const found = await call('ir.rule', 'search_read', [[['model_id.model', '=', model]]], {
    fields: ['name', 'domain_force', 'groups', 'perm_read', 'perm_write', 'perm_create', 'perm_unlink'],
  });
  const names = await externalIds(found.flatMap(({ groups }) => groups));
  const rules = found.map((rule) => ({
    name: rule.name,
    domain: rule.domain_force || '[]',
    ...(rule.groups.length > 0 && { groups: rule.groups.map((id) => names[id]) }),
    ...(lettersOf(rule) !== 'rwcu' && { operations: lettersOf(rule) }),
  }));
  return rules.length > 0 ? { rules } : {};
}

function externalIds(groups) {
  return call('res.groups', 'get_external_id', [[...new Set(groups)]]);
}

function lettersOf(row) {
  const letters = { perm_read: 'r', perm_write: 'w', perm_create: 'c', perm_unlink: 'u' };
  return Object.entries(letters).reduce((text, [column, letter]) => text + (row[column] ? letter : ''), '');
}

/** A field, an access line, a rule a line; the formatter breaks what is too long. */
function renderJson({ fields, access, rules, ...head }) {
  const list = (items) => (items ?? []).map((item) => `\n    ${JSON.stringify(item)}`).join(',');
  const lines = [
    ...Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    `"fields": {${Object.entries(fields).map(([name, field]) => `\n    "${name}": ${JSON.stringify(field)}`)}\n  }`,
    `"access": [${list(access)}\n  ]`,
    ...(rules ? [`"rules": [${list(rules)}\n  ]`] : []),
  ];
  return `{\n  ${lines.join(',\n  ')}\n}\n`;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function call(model, method, args, keywords = {}) {
  return rpc('object', 'execute_kw', [ODOO_DB, uid, ODOO_PASSWORD, model, method, args, keywords]);
}

async function rpc(service, method, args) {
  const answer = await fetch(`${ODOO_URL}/jsonrpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', params: { service, method, args } }),
  });
  const { result, error } = await answer.json();
  if (error) throw new Error(`Odoo refuses ${method}: ${error.data.message}`);
  return result;
}
