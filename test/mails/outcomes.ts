import type { DECISIONS, FOUND_BY, REASONS } from '../../src/addons/intake/models.ts';

/** What is right for a mail of this folder. What is not said is not looked at. */
export interface Outcome {
  /** In the documentation. */
  readonly mail: string;
  /** `none`: the mail leaves no line. */
  readonly decision: keyof typeof DECISIONS | 'none';
  readonly reason?: keyof typeof REASONS;
  readonly foundBy?: keyof typeof FOUND_BY;
  /** Of the ticket afterwards; an answer finds it waiting. */
  readonly state?: string;
  /** The customer’s name ends so. */
  readonly customer?: string;
  readonly subject?: string;
  /** Stands in the description of a new ticket, or in the message. */
  readonly says?: string;
  readonly files?: readonly string[];
  /** Addresses that follow afterwards, as the mails write them. */
  readonly follows?: readonly string[];
  readonly followsNot?: readonly string[];
  /** Odoo could not read it as it came. */
  readonly repaired?: boolean;
}

const known = { decision: 'opened', reason: 'known', customer: 'Ann Archer' } as const;
const answer = {
  decision: 'added',
  reason: 'customer',
  foundBy: 'references',
  state: 'in_progress',
} as const;
const waits = { decision: 'waits', foundBy: 'references', state: 'waiting' } as const;
const filed = { decision: 'filed', foundBy: 'references', state: 'waiting' } as const;
const JAMS = 'The printer on the second floor jams.';

export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  'new-plain': { mail: 'Plain text of a known contact', ...known, says: JAMS, follows: ['ann@acme.example'] },
  'new-html': { mail: 'HTML', ...known, says: '<b>printer</b>' },
  'new-deep-markup': {
    mail: 'HTML nested more deeply than Odoo reads',
    ...known,
    says: 'Best, Ann',
  },
  'new-alternative': { mail: 'Text and HTML', ...known, says: '<b>printer</b>' },
  'new-with-file': { mail: 'A file', ...known, files: ['invoice.pdf'], says: 'The invoice is attached.' },
  'new-inline-picture': { mail: 'A picture in the text', ...known, files: ['shot.png'], says: '/web/image/' },
  'new-nameless-picture': {
    mail: 'A picture in the text that has no name',
    ...known,
    files: ['picture-1.png'],
    says: '/web/image/',
  },
  'new-file-only': { mail: 'A file without a word', ...known, files: ['scan.pdf'] },
  'new-empty': { mail: 'Nothing but a subject', ...known, subject: 'Printer jams' },
  'headers-only': { mail: 'A head without a body, not even a date', ...known, subject: 'Nothing below' },
  'new-in-copy': {
    mail: 'People in copy, known and unknown',
    ...known,
    follows: ['ann@acme.example', 'bob@acme.example', 'cleo@carter.example'],
  },
  'new-copy-of-staff': {
    mail: 'An employee in copy',
    ...known,
    follows: ['ann@acme.example'],
    followsNot: ['{{technician}}'],
  },
  'new-copy-of-rival': {
    mail: 'Another company’s login in copy',
    ...known,
    followsNot: ['rita@rival.example'],
  },
  'new-copy-of-ourselves': {
    mail: 'The help desk itself in copy',
    ...known,
    followsNot: ['support@desk.example', 'support+urgent@desk.example'],
  },
  'new-many-in-copy': {
    mail: 'Thirty people in copy: twenty follow',
    ...known,
    follows: ['p1@many.example'],
  },
  'new-other-spelling': { mail: 'The address in capitals, the name with a comma', ...known },
  'new-no-name': { mail: 'An address without a name', ...known },
  'new-two-senders': { mail: 'Two senders: the first counts', ...known },
  'new-delivered-to': { mail: 'Our address only in Delivered-To', ...known },
  'new-no-subject': { mail: 'No subject', ...known, subject: 'No subject' },
  'new-long-subject': { mail: 'A subject of 400 characters', ...known, subject: 'A very long subject' },
  'new-emoji-subject': { mail: 'Emoji in the subject', ...known, subject: 'Drucker 🖨️ kaputt 😤' },
  'new-known-domain': {
    mail: 'An unknown person at a known company',
    decision: 'opened',
    reason: 'company',
    customer: 'Nora Newman',
  },
  'new-domain-of-website': {
    mail: 'The domain of a company’s website',
    decision: 'opened',
    reason: 'company',
    customer: 'Walt',
  },
  'new-unknown': {
    mail: 'Nobody knows the sender',
    decision: 'opened',
    reason: 'unknown',
    customer: 'Zander',
    follows: ['zoe@nowhere.example'],
  },
  'new-unknown-encoded-name': {
    mail: 'The same with an encoded name',
    decision: 'opened',
    reason: 'unknown',
    customer: 'Zoë Zander',
  },
  'new-by-employee': {
    mail: 'An employee asks for help',
    decision: 'opened',
    reason: 'known',
    customer: 'Tess Technician',
  },
  'new-by-machine': {
    mail: 'A monitor reports (Auto-Submitted: auto-generated)',
    decision: 'opened',
    reason: 'company',
    followsNot: ['monitor@acme.example'],
  },
  'new-by-list': {
    mail: 'By a mailing list',
    decision: 'opened',
    reason: 'machine',
    followsNot: ['ann@acme.example'],
  },
  'new-number-of-another': {
    mail: 'A stranger names a ticket’s number',
    decision: 'opened',
    reason: 'unknown',
    customer: 'Eve',
  },
  'person-writes-of-absence': { mail: 'A person writes “Automatic reply” into the subject', ...known },
  'answer-by-references': { mail: 'An answer with references', ...answer, says: 'Still jams.' },
  'answer-to-acknowledgement': {
    mail: 'An answer to an automatic mail, which is a note in Odoo',
    ...answer,
    says: 'it is urgent',
  },
  'answer-by-address': {
    mail: 'To the ticket’s reply address, without references',
    ...answer,
    foundBy: 'address',
  },
  'answer-by-address-relayed': {
    mail: 'The reply address only in Delivered-To',
    ...answer,
    foundBy: 'address',
  },
  'answer-forged-address': {
    mail: 'A reply address with a wrong signature',
    decision: 'opened',
    reason: 'unknown',
    customer: 'Mallory',
  },
  'answer-by-number': {
    mail: 'Only the number in the subject, by the customer',
    ...answer,
    foundBy: 'subject',
  },
  'answer-of-colleague': {
    mail: 'A colleague of the customer',
    ...answer,
    reason: 'colleague',
    follows: ['bob@acme.example'],
  },
  'answer-of-follower': { mail: 'Somebody in copy of the ticket', ...answer, reason: 'follower' },
  'answer-with-copy': {
    mail: 'An answer with somebody new in copy',
    ...answer,
    follows: ['gail@helpers.example'],
  },
  'answer-with-file': { mail: 'An answer with a file', ...answer, files: ['log.txt'] },
  'answer-deep-markup': {
    mail: 'An answer with a picture and a file, nested more deeply than Odoo reads',
    ...answer,
    says: '/web/image/',
    files: ['log.txt', 'shot.png'],
  },
  'answer-to-closed': { mail: 'An answer to a closed ticket', ...answer },
  'answer-to-merged': { mail: 'An answer to a ticket that was merged into another', ...answer },
  'stranger-by-references': { mail: 'A stranger who knows a Message-ID', ...waits, reason: 'stranger' },
  'stranger-of-another-customer': {
    mail: 'Another customer who knows a Message-ID',
    ...waits,
    reason: 'stranger',
    followsNot: ['rita@rival.example'],
  },
  'stranger-by-address': {
    mail: 'A stranger who was forwarded a mail with its reply address',
    ...waits,
    foundBy: 'address',
    reason: 'stranger',
  },
  'stranger-unverified-colleague': {
    mail: 'An unverified contact of the customer’s company',
    ...waits,
    reason: 'stranger',
  },
  'claims-to-be-staff': { mail: 'From an employee’s address, by mail', ...waits, reason: 'staff_claim' },
  'absence-auto-submitted': { mail: 'Absence: Auto-Submitted', ...filed, reason: 'machine_reply' },
  'absence-german': { mail: 'Absence, in German', ...filed, reason: 'machine_reply' },
  'absence-exchange': { mail: 'Absence: X-Auto-Response-Suppress', ...filed, reason: 'machine' },
  'absence-precedence': { mail: 'Absence: Precedence', ...filed, reason: 'machine_reply' },
  'absence-x-autoreply': { mail: 'Absence: X-Autoreply', ...filed, reason: 'machine_reply' },
  'absence-to-nothing': {
    mail: 'Absence that answers nothing: no ticket',
    decision: 'filed',
    reason: 'machine_reply',
  },
  'auto-submitted-no': { mail: 'Auto-Submitted: no', ...answer },
  'charset-latin1': { mail: 'ISO-8859-1', ...known, subject: 'Café', says: 'café über' },
  'charset-windows-1258': { mail: 'Windows-1258', ...known, says: 'Xin chào' },
  'charset-iso-2022-jp-ms': { mail: 'iso-2022-jp-ms', ...known, says: 'プリンタ', repaired: true },
  'charset-iso-gb2312': { mail: 'iso-gb2312', ...known, says: '打印机坏了', repaired: true },
  'charset-ks-c-5601': { mail: 'ks_c_5601-1989', ...known, says: '프린터 고장', repaired: true },
  'charset-unheard-of': {
    mail: 'A charset that nobody knows',
    ...known,
    says: 'Readable all the same',
    repaired: true,
  },
  'charset-wrong-label': { mail: 'Labelled UTF-8, and it is not', ...known, says: 'here' },
  'charset-of-a-file': {
    mail: 'A file in an unknown charset',
    ...known,
    says: 'See the file.',
    files: ['notes.txt'],
    repaired: true,
  },
  'header-broken-content-type': { mail: 'A broken Content-Type', ...known, says: JAMS, repaired: true },
  'header-broken-date': { mail: 'A date that is none', ...known, says: JAMS },
  'header-raw-bytes': { mail: 'Bytes beyond ASCII in Cc', ...known, follows: ['bob@acme.example'] },
  'header-no-boundary': {
    mail: 'A multipart whose parts nobody can tell apart',
    ...known,
    says: 'Only text',
  },
  'charset-bytes-unknown': {
    mail: 'Bytes that their charset does not know',
    ...known,
    says: '打印机坏了',
  },
  'header-raw-bytes-in-name': {
    mail: 'Bytes beyond ASCII in the sender’s name and the subject',
    ...known,
    says: 'für alle',
  },
  'header-no-message-id': { mail: 'No Message-ID', ...known, says: JAMS, repaired: true },
  'header-cut-off': {
    mail: 'A head with a line that is none',
    ...known,
    subject: 'A head with a line',
    says: JAMS,
  },
  'new-address-with-dot': { mail: 'An address that ends in a dot', ...known, says: JAMS },
  'header-no-sender': { mail: 'No sender', decision: 'held', reason: 'no_sender' },
  'encoding-unknown': { mail: 'An unknown transfer encoding', ...known, says: 'Text in an odd encoding.' },
  'tnef-with-text': {
    mail: 'winmail.dat beside a text',
    ...known,
    says: 'Dear desk',
    files: ['contract.pdf', 'photo.png', 'winmail.dat'],
  },
  'tnef-only': {
    mail: 'Nothing but winmail.dat',
    ...known,
    says: 'The contract as agreed.',
    files: ['contract.pdf', 'photo.png', 'winmail.dat'],
  },
  'tnef-rtf-of-html': {
    mail: 'winmail.dat whose words are RTF made from HTML',
    ...known,
    says: 'makes blank pages, für alle.',
    files: ['page.tif', 'winmail.dat'],
  },
  'tnef-rtf': {
    mail: 'winmail.dat whose words are nothing but RTF',
    ...known,
    says: 'Since Monday.',
    files: ['winmail.dat'],
  },
  'tnef-html-utf-8': {
    mail: 'winmail.dat with HTML in another charset than its own',
    ...known,
    says: 'says “Öffnen”.',
    files: ['winmail.dat'],
  },
  'tnef-cut-short': { mail: 'A winmail.dat that is cut short', ...known, says: 'The contract as agreed.' },
  'smime-opaque': {
    mail: 'S/MIME, the text within the signature',
    ...known,
    says: 'Signed: the printer jams.',
    files: ['log.txt', 'smime.p7m'],
  },
  'smime-opaque-streamed': {
    mail: 'The same in pieces (BER)',
    ...known,
    says: 'Signed: the printer jams.',
    files: ['log.txt', 'smime.p7m'],
  },
  'smime-clear': { mail: 'S/MIME, the text beside the signature', ...known, says: 'Signed in the clear.' },
  'smime-encrypted': {
    mail: 'S/MIME, encrypted: the original is for staff',
    ...known,
    says: 'no text that can be read here',
    files: ['smime.p7m'],
  },
  bounce: {
    mail: 'A delivery report: the address takes no mail',
    decision: 'bounced',
    reason: 'bounce_lasting',
  },
  'bounce-passing': {
    mail: 'A delivery report: the mailbox is full',
    decision: 'bounced',
    reason: 'bounce_passing',
  },
  'bounce-of-nothing': {
    mail: 'A delivery report about a mail that was never sent',
    decision: 'bounced',
    reason: 'bounce_unknown',
  },
  'read-receipt': { mail: 'A receipt that says a mail was read', decision: 'filed', reason: 'machine_reply' },
};
