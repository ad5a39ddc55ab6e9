import type { DemoTicket } from './demo-ticket.ts';

export const englishTicketsOfGlobex: readonly DemoTicket[] = [
  {
    title: 'VPN drops every twenty minutes',
    customer: 'bob',
    owner: 'marcus',
    state: 'open',
    priority: 'high',
    openedAgo: 98,
    escalatesIn: -26,
    articles: [
      {
        by: 'bob',
        via: 'email',
        after: 0,
        text: 'Hello,\n\nfrom the harbour office the VPN disconnects about every twenty minutes, for all four of us. Reconnecting works at once, but the customs portal loses the form we are filling in.\n\nIt started when the new router was installed on Tuesday.\n\nBob Carver\nGlobex Shipping',
      },
      {
        by: 'marcus',
        via: 'email',
        after: 1.5,
        text: 'Hi Bob,\n\nthat sounds like the new router giving up the tunnel when it changes its address. Could you send me the time of the next two or three drops, to the minute?\n\nMarcus',
      },
      { by: 'bob', via: 'email', after: 5, text: '10:02, 10:23, 10:43 and 11:04 just now.' },
      {
        by: 'marcus',
        via: 'note',
        after: 6,
        internal: true,
        text: 'Matches the lease time of the carrier (20 min). Keep-alive is 30 min in our profile. Changed to 10 min on gateway B only, for a test.',
      },
      {
        by: 'marcus',
        via: 'email',
        after: 6.5,
        text: 'Thank you, that is very telling. I changed a timer on one of our gateways. Please reconnect once and choose “Gateway B”; let me know how the afternoon went.',
      },
      {
        by: 'bob',
        via: 'email',
        after: 29,
        text: 'Gateway B held all day for two of us. The other two cannot see it in their list.',
      },
    ],
  },
  {
    title: 'Label printer in the packing room is offline',
    customer: 'bob',
    owner: 'marcus',
    group: 'Field Service',
    state: 'closed',
    openedAgo: 410,
    articles: [
      {
        by: 'bob',
        via: 'web',
        after: 0,
        html: '<p>The label printer (Zebra, asset tag <code>GLX-0431</code>) shows a red light and Windows says it is offline. We print the afternoon’s labels at 14:00.</p>',
      },
      {
        by: 'marcus',
        via: 'phone',
        after: 0.7,
        text: 'Called Bob. The network cable had been pulled by the floor cleaners. Printer is back, labels are coming out.',
      },
      {
        by: 'bob',
        via: 'web',
        after: 1,
        html: '<p>All labels printed in time. Thank you for the quick call!</p>',
      },
    ],
  },
  {
    title: 'Our invoice mails land in the spam folder',
    customer: 'bob',
    owner: 'sofie',
    state: 'closed',
    openedAgo: 620,
    articles: [
      {
        by: 'bob',
        via: 'email',
        after: 0,
        html: '<p>Two customers told us that our invoices end up in spam since the first of the month. One of them nearly paid late because of it.</p>',
      },
      {
        by: 'sofie',
        via: 'note',
        after: 4,
        internal: true,
        html: '<p>DKIM record of globex.example is missing after the DNS move. Old value is in the vault.</p>',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 5,
        html: '<p>Hello Bob, a signature record was lost when your domain moved to the new provider. I have put it back; it takes some hours to be seen everywhere. Please ask one of the two customers to look again tomorrow.</p>',
      },
      { by: 'bob', via: 'email', after: 30, html: '<p>Both confirmed: inbox again. Great, thank you.</p>' },
    ],
  },
  {
    title: 'Hand scanner 14 does not charge any more',
    customer: 'bob',
    state: 'new',
    group: 'Field Service',
    openedAgo: 3,
    escalatesIn: 21,
    articles: [
      {
        by: 'bob',
        via: 'web',
        after: 0,
        text: 'Scanner 14 stays dark in every cradle. The contacts look clean. We have one spare, so we can go on working, but please do not let it become two.',
      },
    ],
  },
  {
    title: 'Customs form shows last year’s tariff codes',
    customer: 'bob',
    state: 'new',
    priority: 'high',
    openedAgo: 6,
    escalatesIn: 2,
    articles: [
      {
        by: 'bob',
        via: 'email',
        after: 0,
        html: '<p>The drop-down in the export form still lists last year’s codes. Two containers leave <b>tomorrow at 06:00</b> and I would rather not type the codes by hand.</p><blockquote>8517.12 – no longer valid<br>8517.13 – missing</blockquote><p>Bob</p>',
      },
      {
        by: 'system',
        via: 'email',
        after: 0.01,
        html: '<div>Your request <b>(Ticket#{number})</b> has been received and will be reviewed by our support staff.</div><div>Fernwood IT</div>',
      },
    ],
  },
];
