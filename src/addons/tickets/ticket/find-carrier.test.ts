import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import type { ConversationMessage } from './conversation.ts';
import { findCarrier } from './find-carrier.ts';

const file = {
  id: 7,
  name: 'a.pdf',
  size: 1,
  kind: 'PDF',
  isPicture: false,
  href: '/files/7',
  outside: undefined,
};

function message(author: string, minute: number, html: string, files = [file]): ConversationMessage {
  return {
    author,
    isOwn: false,
    date: new Date(Date.UTC(2026, 2, 1, 12, minute)),
    body: html === '' ? [] : [{ html: new Handlebars.SafeString(html), isQuote: false }],
    files,
    wholeHref: undefined,
  };
}

const opening = message('Ann', 0, '<p>It <b>jams</b></p>', []);

test('is the message without words, whoever wrote the description down', () => {
  const byAgent = message('Tom', 0, '');

  expect(findCarrier([message('System', 0, '<p>We have it</p>'), byAgent], opening)).toBe(byAgent);
});

test('is the mail whose words the description has', () => {
  const mail = message('Ann', 5, '<div>It <i>jams</i></div>');

  expect(findCarrier([mail], opening)).toBe(mail);
});

test('is nothing that somebody sent later', () => {
  const question = message('Ann', 5, '<p>Still?</p>', []);

  expect(findCarrier([question, message('Ann', 9, '')], opening)).toBeUndefined();
  expect(findCarrier([message('Tom', 9, '')], opening)).toBeUndefined();
});
