export const model = 'x_msg.ticket';

/** What the scenario `messages` looks at. */
export const shown = [
  'body',
  'author_id',
  'message_type',
  'subtype_id',
  'is_internal',
  'subject',
  'model',
  'record_name',
  'email_from',
];
