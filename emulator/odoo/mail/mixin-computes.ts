import { getUserRow, tableOf } from '../env.ts';
import type { Compute, Env, Model } from '../model.ts';
import type { Row } from '../values.ts';

/** How the fields that `mail.thread` and `mail.activity.mixin` add to a model get their values. */
export const mixinComputes: Readonly<Record<string, Compute>> = {
  message_is_follower: (env, row, model) =>
    followerPartners(env, row, model).includes(Number(getUserRow(env).get('partner_id'))),
  message_partner_ids: followerPartners,
  has_message: (env, row) => tableOf(env, 'mail.message').find({ res_id: row.id }) !== undefined,
  activity_state: (env, row, model) => activityState(env, activitiesOf(env, row, model)[0]),
  activity_user_id: (env, row, model) => activitiesOf(env, row, model)[0]?.get('user_id') ?? false,
  activity_date_deadline: (env, row, model) =>
    activitiesOf(env, row, model)[0]?.get('date_deadline') ?? false,
};

function followerPartners(env: Env, row: Row, model: Model): readonly number[] {
  return tableOf(env, 'mail.followers')
    .where({ res_id: row.id, res_model: model.name })
    .map((follower) => Number(follower.get('partner_id')));
}

/** The open activities of a record, the most urgent one first. */
function activitiesOf(env: Env, row: Row, model: Model): Row[] {
  return tableOf(env, 'mail.activity')
    .where({ res_id: row.id, res_model: model.name })
    .filter((activity) => activity.get('active') !== false)
    .sort(
      (a, b) => String(a.get('date_deadline')).localeCompare(String(b.get('date_deadline'))) || a.id - b.id,
    );
}

export function activityState(env: Env, activity: Row | undefined): string | false {
  const deadline = activity?.get('date_deadline');
  if (!deadline) return false;
  const today = env.engine.clock().toISOString().slice(0, 10);
  if (deadline === today) return 'today';
  return String(deadline) < today ? 'overdue' : 'planned';
}
