import { getUserRow, tableOf } from '../env.ts';
import type { Env, Model, Observer } from '../model.ts';
import type { Row } from '../values.ts';
import { addFollowers, logNote } from './post-message.ts';
import { trackChanges } from './track-changes.ts';

/** The chatter's part in every create, write and unlink. */
export const threadObserver: Observer = {
  afterCreate(env, model, rows) {
    if (!model.thread || env.context.tracking_disable) return;
    for (const row of rows) {
      if (!env.context.mail_create_nosubscribe) subscribeCreator(env, model, row);
      if (!env.context.mail_create_nolog) logNote(env, model, row, { body: `<p>${model.label} created</p>` });
    }
  },
  aroundWrite(env, model, rows, values) {
    if (!model.thread || env.context.tracking_disable || env.context.mail_notrack) return undefined;
    return trackChanges(env, model, rows, values);
  },
  beforeUnlink(env, model, rows) {
    if (model.thread || model.activity) for (const row of rows) removeConversation(env, model, row);
  },
};

/** Users who work here follow what they create; the system itself does not. */
function subscribeCreator(env: Env, model: Model, row: Row) {
  const user = getUserRow(env);
  if (user.get('active') === false) return;
  addFollowers(env, model, row, [Number(user.get('partner_id'))]);
}

const attached = ['mail.message', 'mail.followers', 'mail.activity', 'rating.rating'];

function removeConversation(env: Env, model: Model, row: Row) {
  for (const name of attached) {
    const table = tableOf(env, name);
    const modelField = name === 'mail.message' ? 'model' : 'res_model';
    for (const { id } of table.where({ res_id: row.id, [modelField]: model.name })) table.remove(id);
  }
}
