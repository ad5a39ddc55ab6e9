import { articleTypes, senders, systemUserId } from '../../lookups.ts';
import type { NewArticle } from '../../new-rows.ts';
import type { Store } from '../../store.ts';
import { people } from './people.ts';

/** Conversations with awkward articles. */
export function addAwkwardArticles(store: Store, longestBody: number): void {
  const add = (title: string, ...articles: readonly NewArticle[]) =>
    store.addTicket({ title, customer_id: people.plain }, articles);
  const html = (body: string): NewArticle => ({ body, content_type: 'text/html' });

  add(
    'a body as long as they get',
    html(`<p>${'All work and no play. '.repeat(Math.ceil(longestBody / 22))}`.slice(0, longestBody)),
  );
  add(
    'a body that Zammad would not show',
    html('<p>This message cannot be displayed due to HTML processing issues.</p>'),
  );
  add('an empty body', { body: '' }, html('<div><br></div>'));
  add(
    'charsets gone wrong',
    {
      body: 'Gr\ufffd\ufffde aus M\u00c3\u00bcnchen, Ti\u1ebfng Vi\u1ec7t, \u001b$B$3$s\u001b(B',
      subject: '=?iso-2022-jp?B?GyRC?=',
    },
    {
      body: '\u0000\u0001\u0008control\u000b\u001f characters\u007f\u0085',
      from: 'n\u0000ul <nul@old.example>',
    },
    { body: 'line\r\nends\rof\nall\u2028kinds\u2029' },
  );
  add(
    'markup that must not run',
    html(
      '<p onclick="alert(1)">click</p><script>alert(2)</script><img src=x onerror=alert(3)><a href="javascript:alert(4)">go</a>',
    ),
    html('<p>unclosed <b>tags <i>everywhere</p><table><tr><td>and a table'),
    { body: '<b>plain text</b> with & and <angle brackets>' },
    html('<style>body{display:none}</style><p>after a style</p><svg/onload=alert(5)>'),
  );
  add(
    'no subject, no sender, no recipient',
    { body: 'one', subject: null, from: null, to: null },
    { body: 'two', subject: '', from: '', to: '' },
  );
  add(
    'a call that an agent wrote down',
    {
      body: 'Please call back.',
      type_id: articleTypes.phone,
      created_by_id: people.agent,
      origin_by_id: people.plain,
    },
    {
      body: 'I called.',
      type_id: articleTypes.phone,
      sender_id: senders.Agent,
      created_by_id: people.agent,
    },
  );
  add(
    'a conversation of every kind',
    {
      ...html('<p>Mail</p>'),
      type_id: articleTypes.email,
      from: 'Jule Brandt <jule.brandt@baeckerei.example>',
      to: 'Support <support@nordlicht.example>, "Kasse, 3" <kasse@baeckerei.example>',
      cc: 'cc-only@spam.example',
      reply_to: 'jule+reply@baeckerei.example',
      subject: 'Mail',
      message_id: '<m1@baeckerei.example>',
      plain: 'From: jule.brandt@baeckerei.example\r\nSubject: Mail\r\n\r\nMail\r\n',
    },
    {
      ...html('<p>We have your mail.</p>'),
      type_id: articleTypes.email,
      sender_id: senders.System,
      created_by_id: systemUserId,
      to: 'jule.brandt@baeckerei.example',
      preferences: { values: { perform_origin: 'trigger', notification: true } },
    },
    {
      ...html('<p>Answer</p><span class="js-signatureMarker"></span><p>Maren</p>'),
      type_id: articleTypes.email,
      sender_id: senders.Agent,
      created_by_id: people.agent,
      from: 'Maren Petersen via Support <support@nordlicht.example>',
      to: 'jule.brandt@baeckerei.example',
      subject: 'Re: Mail [Ticket#22002]',
      in_reply_to: '<m1@baeckerei.example>',
      message_id: '<a1@nordlicht.example>',
      preferences: { values: { delivery_status: 'success', delivery_retry: 1 }, style: 'ruby' },
    },
    {
      ...html('<p>Hidden from customers</p>'),
      internal: true,
      type_id: articleTypes.note,
      sender_id: senders.Agent,
      created_by_id: people.agent,
    },
    { body: 'A text message', type_id: articleTypes.sms, from: '+49 40 5550199' },
    { body: 'A chat', type_id: articleTypes.chat, preferences: { values: { chat: true }, style: 'broken' } },
    { body: 'By a former customer', created_by_id: people.inactive },
    { body: 'By a colleague', created_by_id: people.sharesAddress },
    { body: 'By the agent who left', sender_id: senders.Agent, created_by_id: people.inactiveAgent },
  );
  for (const which of ['once', 'and again']) {
    add(`the same mail ${which}`, {
      body: 'Same',
      type_id: articleTypes.email,
      message_id: '<same@loop.example>',
    });
  }
  add(
    'articles out of order',
    { body: 'written second, entered first', created_at: '2026-01-08T12:00:00.000Z' },
    { body: 'written first, entered second', created_at: '2026-01-08T11:00:00.000Z' },
  );
  add(
    'a long conversation',
    ...Array.from({ length: 120 }, (_, index) => ({ body: `Message ${index + 1} of 120` })),
  );
  const worked = add('time accounted', { body: 'Half a day' }, { body: 'And some more' });
  const [first, second] = store.articlesOf(worked.id);
  store.accountTime(worked.id, '1.25', first?.id);
  store.accountTime(worked.id, '0.50', second?.id);
  store.accountTime(worked.id, '240.00');
}
