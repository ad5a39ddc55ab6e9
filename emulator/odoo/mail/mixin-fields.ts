import { findRow, getUserRow, tableOf } from '../env.ts';
import { boolean, char, date, integer, manyToMany, manyToOne, oneToMany, selection } from '../field.ts';
import type { Env, FieldSource, Model } from '../model.ts';
import type { Row } from '../values.ts';

const internal = 'base.group_user';
const derived = { readonly: true, stored: false } as const;

/** What `mail.thread` adds to a model. */
export const threadFields: Readonly<Record<string, FieldSource>> = {
  message_is_follower: boolean('Is Follower', {
    ...derived,
    compute: (env, row, model) =>
      followerPartners(env, row, model).includes(Number(getUserRow(env).get('partner_id'))),
  }),
  message_follower_ids: oneToMany('Followers', 'mail.followers', 'res_id', {
    inverseModelField: 'res_model',
    groups: internal,
  }),
  message_partner_ids: manyToMany('Followers (Partners)', 'res.partner', {
    stored: false,
    groups: internal,
    compute: followerPartners,
  }),
  message_ids: oneToMany('Messages', 'mail.message', 'res_id', {
    inverseModelField: 'model',
    domain: [['message_type', '!=', 'user_notification']],
    autoJoin: true,
  }),
  has_message: boolean('Has Message', {
    ...derived,
    compute: (env, row) => tableOf(env, 'mail.message').idsWhere('res_id', row.id).length > 0,
  }),
  message_needaction: boolean('Action Needed', derived),
  message_needaction_counter: integer('Number of Actions', derived),
  message_has_error: boolean('Message Delivery error', derived),
  message_has_error_counter: integer('Number of errors', derived),
  message_attachment_count: integer('Attachment Count', { ...derived, groups: internal }),
  rating_ids: oneToMany('Ratings', 'rating.rating', 'res_id', {
    inverseModelField: 'res_model',
    groups: internal,
  }),
  website_message_ids: oneToMany('Website Messages', 'mail.message', 'res_id', {
    inverseModelField: 'model',
    domain: [['message_type', 'in', ['comment', 'email', 'email_outgoing']]],
    autoJoin: true,
  }),
  message_has_sms_error: boolean('SMS Delivery error', derived),
};

/** What `mail.activity.mixin` adds to a model. */
export const activityFields: Readonly<Record<string, FieldSource>> = {
  activity_ids: oneToMany('Activities', 'mail.activity', 'res_id', {
    inverseModelField: 'res_model',
    groups: internal,
  }),
  activity_state: selection(
    'Activity State',
    [
      ['overdue', 'Overdue'],
      ['today', 'Today'],
      ['planned', 'Planned'],
    ],
    {
      ...derived,
      groups: internal,
      compute: (env, row, model) => worstState(activitiesOf(env, row, model), env.engine.clock()),
    },
  ),
  activity_user_id: manyToOne('Responsible User', 'res.users', {
    ...derived,
    groups: internal,
    compute: (env, row, model) => activitiesOf(env, row, model)[0]?.get('user_id') ?? false,
  }),
  activity_type_id: manyToOne('Next Activity Type', 'mail.activity.type', {
    stored: false,
    related: 'activity_ids.activity_type_id',
    groups: internal,
  }),
  activity_type_icon: char('Activity Type Icon', { ...derived, groups: internal }),
  activity_date_deadline: date('Next Activity Deadline', {
    ...derived,
    groups: internal,
    compute: (env, row, model) => activitiesOf(env, row, model)[0]?.get('date_deadline') ?? false,
  }),
  my_activity_date_deadline: date('My Activity Deadline', { ...derived, groups: internal }),
  activity_summary: char('Next Activity Summary', {
    stored: false,
    related: 'activity_ids.summary',
    groups: internal,
  }),
  activity_exception_decoration: selection(
    'Activity Exception Decoration',
    [
      ['warning', 'Alert'],
      ['danger', 'Error'],
    ],
    derived,
  ),
  activity_exception_icon: char('Icon', derived),
  activity_calendar_event_id: manyToOne('Next Activity Calendar Event', 'calendar.event', {
    ...derived,
    groups: internal,
  }),
};

function followerPartners(env: Env, row: Row, model: Model): readonly number[] {
  const table = tableOf(env, 'mail.followers');
  return table
    .idsWhere('res_id', row.id)
    .map((id) => findRow(env, 'mail.followers', id))
    .filter((follower) => follower !== undefined && follower.get('res_model') === model.name)
    .map((follower) => Number(follower?.get('partner_id')));
}

/** The open activities of a record, the most urgent one first. */
function activitiesOf(env: Env, row: Row, model: Model): Row[] {
  return tableOf(env, 'mail.activity')
    .idsWhere('res_id', row.id)
    .map((id) => findRow(env, 'mail.activity', id))
    .filter((activity) => activity !== undefined)
    .filter((activity) => activity.get('res_model') === model.name && activity.get('active') !== false)
    .sort(
      (a, b) => String(a.get('date_deadline')).localeCompare(String(b.get('date_deadline'))) || a.id - b.id,
    );
}

function worstState(activities: readonly Row[], now: Date): string | false {
  const deadline = activities[0]?.get('date_deadline');
  if (!deadline) return false;
  const today = now.toISOString().slice(0, 10);
  if (deadline === today) return 'today';
  return String(deadline) < today ? 'overdue' : 'planned';
}
