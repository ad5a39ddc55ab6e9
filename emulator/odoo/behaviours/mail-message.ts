import { mayUse } from '../access/check-access.ts';
import { isInternalUser } from '../access/user-groups.ts';
import { findRow, getUserRow, sudo } from '../env.ts';
import { messageRefusal } from '../faults.ts';
import type { Behaviour, Env, Operation } from '../model.ts';
import { getNameById } from '../orm/display-name.ts';
import { formatDatetime } from '../orm/format-date.ts';
import { isIdList, type Row } from '../values.ts';
import { formatEmail } from './res-partner.ts';

/** Messages: whoever may read a document may read its messages, customers all but the internal ones. */
export const mailMessage: Behaviour = {
  defaults: {
    date: (env: Env) => formatDatetime(env.engine.clock()),
    author_id: (env: Env) => getUserRow(env).get('partner_id'),
  },
  computes: {
    preview: (_env, row) => previewOf(String(row.get('body') || '')),
    needaction: () => false,
    has_error: () => false,
    starred: () => false,
    is_current_user_or_guest_author: (env, row) => row.get('author_id') === getUserRow(env).get('partner_id'),
  },
  hooks: {
    prepareCreate(env, values) {
      const author = findRow(env, 'res.partner', values.author_id);
      return {
        ...values,
        email_from: values.email_from ?? formatEmail(author),
        reply_to: values.reply_to ?? (values.email_from || formatEmail(author)),
        message_id: values.message_id ?? `<${crypto.randomUUID()}@emulator>`,
        is_internal: values.is_internal ?? false,
        record_name: values.record_name ?? recordName(env, values.model, values.res_id),
      };
    },
    visible: (env, operation) => compileVisible(env, operation),
    refuse: (env, operation, rows) =>
      messageRefusal(
        env.uid,
        operation,
        rows.map((row) => row.id),
      ),
    displayName: (env, row) =>
      recordName(env, row.get('model'), row.get('res_id')) || String(row.get('subject') || false),
  },
};

export const isInternalSubtype = (env: Env, id: unknown) =>
  findRow(env, 'mail.message.subtype', id)?.get('internal') === true;

function recordName(env: Env, modelName: unknown, id: unknown): string | false {
  return typeof modelName === 'string' && modelName ? getNameById(sudo(env), modelName, id) : false;
}

function previewOf(body: string): string {
  const text = body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 190 ? `${text.slice(0, 187)}[...]` : text;
}

function compileVisible(env: Env, operation: Operation): (row: Row) => boolean {
  const partner = getUserRow(env).get('partner_id');
  const internal = isInternalUser(env);
  const documentAccess = new Map<string, boolean>();
  const mayDocument = (row: Row) => {
    const key = `${String(row.get('model'))},${Number(row.get('res_id'))}`;
    const known = documentAccess.get(key);
    if (known !== undefined) return known;
    const allowed = mayUseDocument(env, row, operation);
    documentAccess.set(key, allowed);
    return allowed;
  };
  return (row) => {
    if (!internal && isInternalMessage(env, row)) return false;
    if (operation === 'read' && row.get('author_id') === partner) return true;
    const addressed = row.get('partner_ids');
    if (operation === 'read' && isIdList(addressed) && addressed.includes(Number(partner))) return true;
    return mayDocument(row);
  };
}

const isInternalMessage = (env: Env, row: Row) =>
  row.get('is_internal') === true || !row.get('subtype_id') || isInternalSubtype(env, row.get('subtype_id'));

/** Reading a message takes reading its document; writing or creating one takes writing it. */
function mayUseDocument(env: Env, row: Row, operation: Operation): boolean {
  const model = env.engine.findModel(String(row.get('model') || ''));
  const document = model && findRow(env, model.name, row.get('res_id'));
  if (operation === 'create' && !(row.get('model') && row.get('res_id'))) return true;
  if (!model || !document) return operation !== 'create' && row.get('create_uid') === env.uid;
  const needed = operation === 'read' ? 'read' : 'write';
  return mayUse(env, model, needed, [document]);
}
