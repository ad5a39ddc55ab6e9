import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { defineServerAction, readCode } from '../../schema/index.ts';
import { PrivacyRequest } from './models.ts';
import { DESCRIBE_PYTHON, ERASE_PYTHON, LINES_PYTHON, PUBLIC } from './scripts.ts';

const model = PrivacyRequest.name;
const administrators = ['group_administrator'];

/** Texts of what there is of somebody, and what becomes of it. */
const FACTS = [
  ...['open', 'employee', 'company'].map((key) => `privacy.block.${key}`),
  ...['clear', 'delete', 'messages', 'words', 'files', 'logins'].map((key) => `privacy.goes.${key}`),
  ...['figures', 'setting', 'journal', 'apps'].map((key) => `privacy.why.${key}`),
  ...['messages', 'words', 'files', 'logins'].map((key) => `privacy.what.${key}`),
];

const Row = z.tuple([z.string(), z.int(), z.string()]);
const Contact = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  lang: z.string(),
  is_company: z.boolean(),
});

/** What there is of a contact: `{email} | {contacts}`, and `what`: `archive` for its tickets, `forget` for the preview. */
export const lookAction = defineAskedAction({
  id: 'action_privacy_look',
  label: 'Support privacy: what there is of a contact',
  model,
  asked: 'supportdesk_privacy_look',
  says: FACTS,
  code: (asked) =>
    readCode(import.meta.url, 'look', { asked, lines: LINES_PYTHON, describe: DESCRIBE_PYTHON }),
  answer: z.object({
    contacts: z.array(Contact),
    persons: z.array(z.int()).default([]),
    tickets: z
      .array(
        z
          .object({ id: z.int(), ref: z.string(), name: z.string(), opened: z.string() })
          .or(z.int().transform((id) => ({ id, ref: '', name: '', opened: '' }))),
      )
      .default([]),
    goes: z.array(Row).default([]),
    stays: z.array(Row).default([]),
    keeps_contact: z.boolean().default(false),
    blocks: z.array(z.string()).default([]),
  }),
});

const Field = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  is_shown: z.boolean(),
});
const Kept = z.object({
  model: z.string(),
  called: z.string(),
  id: z.int(),
  title: z.string(),
  created: z.string(),
  is_shown: z.boolean(),
  fields: z.array(Field),
});
const Message = z.object({
  id: z.int(),
  model: z.string(),
  record: z.int(),
  on: z.string(),
  date: z.string(),
  author: z.string(),
  email: z.string(),
  subject: z.string(),
  body: z.string(),
  is_shown: z.boolean(),
  files: z.array(z.int()),
});
const File = z.object({
  id: z.int(),
  name: z.string(),
  size: z.int(),
  model: z.string(),
  record: z.int(),
  is_shown: z.boolean(),
  token: z.string(),
});
const Page = z.object({ records: z.array(Kept), messages: z.array(Message), files: z.array(File) });
const Data = z.object({
  /** One for each ticket, of as many as fit; else a single one. */
  pages: z.array(Page),
  /** The last message looked at, where there may be more. */
  last: z.int(),
});

export type KeptField = z.infer<typeof Field>;
export type KeptRecord = z.infer<typeof Kept>;
export type KeptMessage = z.infer<typeof Message>;
export type KeptFile = z.infer<typeof File>;
export type DataPage = z.infer<typeof Page>;

/** What an archive holds: `{contacts, lang, part: 'person' | 'tickets' | 'words', tickets?, after?, limit?}`. */
export const readDataAction = defineAskedAction({
  id: 'action_privacy_read',
  label: 'Support privacy: read a contact’s data',
  model,
  asked: 'supportdesk_privacy_read',
  code: (asked) => readCode(import.meta.url, 'read-data', { asked, lines: LINES_PYTHON, public: PUBLIC }),
  answer: Data,
});

/** A step of forgetting: `{request, limit: tickets}`. */
export const forgetAction = defineAskedAction({
  id: 'action_privacy_forget',
  label: 'Support privacy: forget somebody, a step',
  model,
  asked: 'supportdesk_privacy_forget',
  says: [...FACTS, 'privacy.removed', 'privacy.contact'],
  code: (asked) =>
    readCode(import.meta.url, 'forget', {
      asked,
      lines: LINES_PYTHON,
      describe: DESCRIBE_PYTHON,
      erase: ERASE_PYTHON,
    }),
  answer: z.object({ is_done: z.boolean(), tickets: z.int(), blocks: z.array(z.string()) }),
});

/** Requests as the job takes them up and ends them: see `code/turn.py`. */
export const turnAction = defineAskedAction({
  id: 'action_privacy_turn',
  label: 'Support privacy: take up requests',
  model,
  asked: 'supportdesk_privacy_turn',
  says: ['privacy.contact'],
  code: (asked) => readCode(import.meta.url, 'turn', { asked }),
  answer: z.object({
    found: z.int(),
    requests: z.array(
      z.object({
        id: z.int(),
        kind: z.enum(['export', 'forget']),
        contact: z.int(),
        with_internal: z.boolean(),
        number: z.string(),
      }),
    ),
  }),
});

export type PrivacyTurn = z.infer<typeof turnAction.answer>['requests'][number];

export const serverActions = [
  ...[lookAction, readDataAction, forgetAction, turnAction].map(({ declaration }) => declaration),
  defineServerAction({
    id: 'action_privacy_describe',
    label: 'Support privacy: preview of a request',
    model,
    groups: administrators,
    says: [
      ...FACTS,
      'privacy.archive.what',
      'privacy.blocked',
      'privacy.head.goes',
      'privacy.head.stays',
      'privacy.contact.stays',
      'privacy.contact.goes',
      'privacy.others',
    ],
    code: readCode(import.meta.url, 'describe-request', { lines: LINES_PYTHON, describe: DESCRIBE_PYTHON }),
  }),
  defineServerAction({
    id: 'action_privacy_start',
    label: 'Data Protection',
    model: 'res.partner',
    groups: administrators,
    menuOf: ['form'],
    says: ['privacy.request'],
    code: readCode(import.meta.url, 'start', { request: model }),
  }),
  defineServerAction({
    id: 'action_privacy_confirm',
    label: 'Confirm a Privacy Request',
    model,
    groups: administrators,
    says: ['privacy.isAsked', 'privacy.noContact', 'privacy.blocked', 'privacy.typed', 'privacy.contact'],
    code: readCode(import.meta.url, 'confirm'),
  }),
  defineServerAction({
    id: 'action_privacy_remove',
    label: 'Remove the Archive',
    model,
    groups: administrators,
    code: readCode(import.meta.url, 'remove'),
  }),
];
