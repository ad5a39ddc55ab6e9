import { checkAccess, getRows, mayUse } from '../access/check-access.ts';
import { activeUsers, formatEmail } from '../behaviours/res-partner.ts';
import { asSystem, findRow, findRows, getUserRow, tableOf } from '../env.ts';
import { messageRefusal, noSender, notSingleton } from '../faults.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Call, Env, Method } from '../model.ts';
import { escapePlain } from '../orm/sanitize-html.ts';
import { isIdList, type Row, toIds, type Values } from '../values.ts';
import { deliverMail, notifyPeople, writeMail } from './deliver-mail.ts';
import { addFollowers, postMessage, subtypeId } from './post-message.ts';

const messagePost = onRecord('MailThread(**values)', (call) => {
  const { env, model, args } = call;
  const row = getThread(call);
  checkSender(env, args);
  const message = postMessage(env, model, row, messageValues(env, args));
  const author = Number(message.get('author_id'));
  const posts = message.get('message_type') === 'comment' && message.get('subtype_id');
  if (posts && !env.context.mail_create_nosubscribe && activeUsers(env, author).length > 0)
    addFollowers(env, model, row, [author]);
  linkFiles(env, model.name, row.id, message.id, args.attachment_ids);
  notifyPeople(env, row, message);
  for (const observer of env.engine.observers) observer.afterMessage?.(env, model, row, message);
  return message.id;
});

/** A mail to certain people that the conversation does not show. */
const messageNotify = onRecord('MailThread(**values)', (call) => {
  const { env, model, args } = call;
  const row = getThread(call);
  if (!isIdList(args.partner_ids) || args.partner_ids.length === 0) return [];
  const message = postMessage(env, model, row, {
    ...messageValues(env, { ...args, body_is_html: isMarkup(args.body), message_type: 'user_notification' }),
    is_internal: args.is_internal ?? true,
    record_name: args.record_name ?? false,
  });
  linkFiles(env, model.name, row.id, message.id, args.attachment_ids);
  const mail = writeMail(env, message, args.partner_ids);
  if (env.context.mail_notify_force_send ?? args.force_send ?? true) deliverMail(env, mail);
  return message.id;
});

/** Python tells markup by its type; here what was rendered begins with a tag. */
const isMarkup = (body: unknown) => typeof body === 'string' && /^\s*<(?:div|p)\b/.test(body);

/** Odoo writes the note of a change when all is done, in the name of whoever was said to have made it. */
const trackSetAuthor = onRecord('MailThread(author)', ({ env, model, ids, args }) => {
  for (const id of ids) env.engine.trackingAuthors.set(`${model.name},${id}`, toIds(args.author)[0] ?? 0);
  return null;
});

/** Everybody who is to hear of a message that is there already. */
const notifyThread = onRecord('MailThread(message)', (call) => {
  const message = findRow(call.env, 'mail.message', toIds(call.args.message)[0]);
  if (message) notifyPeople(call.env, getThread(call), message);
  return [];
});

/** The one record that is written on; to write there needs the right to change it. */
function getThread({ env, model, ids }: Call): Row {
  const rows = getRows(env, model, ids);
  const [row] = rows;
  if (!row || rows.length > 1) throw notSingleton(model.name, ids);
  if (!mayUse(env, model, 'write', rows)) throw messageRefusal(env.uid, 'create', [row.id]);
  return row;
}

/** An author without an address says nothing, unless one is given; False is given, and none. */
function checkSender(env: Env, { author_id, email_from }: Values): void {
  const author = findRow(env, 'res.partner', author_id ?? getUserRow(env).get('partner_id'));
  if (!(email_from ?? formatEmail(author)) && !env.su) throw noSender();
}

function messageValues(env: Env, args: Values): Values {
  const body = typeof args.body === 'string' ? args.body : '';
  const subtype = args.subtype_id ?? subtypeId(env, String(args.subtype_xmlid || 'mail.mt_note'));
  const author = args.author_id ?? getUserRow(env).get('partner_id');
  const partners = isIdList(args.partner_ids) ? [[6, 0, args.partner_ids]] : [];
  return {
    body: args.body_is_html ? body : body && `<p>${escapePlain(body)}</p>`,
    subject: args.subject ?? false,
    message_type: args.message_type ?? 'notification',
    subtype_id: subtype,
    author_id: author,
    partner_ids: partners,
    is_internal: args.is_internal === true,
    parent_id: args.parent_id ?? false,
    ...(args.date ? { date: args.date } : {}),
    ...(args.email_from ? { email_from: args.email_from } : {}),
    ...(args.message_id ? { message_id: args.message_id } : {}),
  };
}

function linkFiles(env: Env, model: string, id: number, messageId: number, files: unknown) {
  if (!isIdList(files) || files.length === 0) return;
  const rows = findRows(env, 'ir.attachment', files);
  asSystem(env, 'ir.attachment').write(rows, { res_model: model, res_id: id });
  const message = findRow(env, 'mail.message', messageId);
  if (message) tableOf(env, 'mail.message').set(message, 'attachment_ids', files);
}

const messageSubscribe = onRecord('MailThread(partner_ids?, subtype_ids?)', (call) => {
  for (const row of writable(call)) {
    addFollowers(call.env, call.model, row, toIds(call.args.partner_ids));
  }
  return true;
});

const messageUnsubscribe = onRecord('MailThread(partner_ids?)', (call) => {
  const table = tableOf(call.env, 'mail.followers');
  const gone = toIds(call.args.partner_ids);
  for (const row of writable(call)) {
    for (const follower of table.where({ res_id: row.id, res_model: call.model.name })) {
      if (gone.includes(Number(follower.get('partner_id')))) table.remove(follower.id);
    }
  }
  return null;
});

function writable({ env, model, ids }: Call) {
  const rows = getRows(env, model, ids);
  checkAccess(env, model, 'write', rows);
  return rows;
}

export const threadMethods: Readonly<Record<string, Method>> = {
  // Python code gets the message itself, RPC its id.
  message_notify: { ...messageNotify, answers: 'mail.message' },
  message_post: { ...messagePost, answers: 'mail.message' },
  message_subscribe: messageSubscribe,
  message_unsubscribe: messageUnsubscribe,
  _notify_thread: notifyThread,
  _track_set_author: trackSetAuthor,
};
