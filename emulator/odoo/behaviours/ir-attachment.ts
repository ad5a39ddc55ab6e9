import { createHash } from 'node:crypto';
import { checkAccess, getRows, mayUse } from '../access/check-access.ts';
import { hasGroup, isInternalUser } from '../access/user-groups.ts';
import { findRow, tableOf } from '../env.ts';
import { accessError } from '../faults.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Behaviour, Env, Operation } from '../model.ts';
import type { Row, Values } from '../values.ts';

const generateAccessToken = onRecord('()', ({ env, model, ids }) => {
  const rows = getRows(env, model, ids);
  checkAccess(env, model, 'write', rows);
  return rows.map((row) => {
    const token = row.get('access_token') || crypto.randomUUID();
    tableOf(env, 'ir.attachment').set(row, 'access_token', token);
    return token;
  });
});

const bytesOf = (row: Row) => Buffer.from(String(row.get('db_datas') || ''), 'base64');

/** Files: their bytes are kept as base64 in `db_datas`; `raw` is the same as text. */
export const irAttachment: Behaviour = {
  methods: { generate_access_token: generateAccessToken },
  computes: {
    datas: (_env, row) => row.get('db_datas') ?? false,
    file_size: (_env, row) => bytesOf(row).length,
    checksum: (_env, row) =>
      row.get('db_datas') ? createHash('sha1').update(bytesOf(row)).digest('hex') : false,
    raw: (_env, row) => bytesOf(row).toString('utf8') || false,
  },
  hooks: {
    prepareCreate(_env, values) {
      return { ...keepBytes(values), mimetype: values.mimetype || guessType(values.name) };
    },
    prepareWrite: (_env, _rows, values) => keepBytes(values),
    visible: compileVisible,
    refuse: () => accessError('Sorry, you are not allowed to access this document.'),
  },
};

/**
 * Whoever may see a record may see its files. What belongs to no record yet is its author's alone, but for those who may
 * configure Odoo.
 */
function compileVisible(env: Env, operation: Operation): ((row: Row) => boolean) | undefined {
  if (!isInternalUser(env)) return (row) => row.get('public') === true;
  const isSystem = hasGroup(env, 'base.group_system');
  const needed = operation === 'create' || operation === 'unlink' ? 'write' : operation;
  const known = new Map<string, boolean>();
  return (row) => {
    if (row.get('public') === true && operation === 'read') return true;
    const model = env.engine.findModel(String(row.get('res_model') || ''));
    const id = Number(row.get('res_id')) || 0;
    if (id === 0) return isSystem || row.get('create_uid') === env.uid;
    const record = model && findRow(env, model.name, id);
    if (!model || !record) return true;
    const key = `${model.name},${id}`;
    const may = known.get(key) ?? mayUse(env, model, needed, [record]);
    known.set(key, may);
    return may;
  };
}

function keepBytes({ raw, datas: encoded, ...rest }: Values): Values {
  const datas = typeof raw === 'string' ? Buffer.from(raw).toString('base64') : encoded;
  return { ...rest, ...(datas !== undefined && { db_datas: datas }) };
}

const types: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  html: 'text/html',
};

const guessType = (name: unknown) => types[String(name).split('.').pop() ?? ''] ?? 'application/octet-stream';
