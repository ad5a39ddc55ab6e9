import { expect, test } from 'vitest';
import { mapConversation } from './map-conversation.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 10, minute));
const message = (author: string, date: Date | undefined) => ({
  author,
  date,
  isOwn: false,
  body: [],
  files: [],
  wholeHref: undefined,
  isLatest: false,
});
const change = (tone: string, date: Date) => ({ words: tone, tone, date });

const changes = [change('waiting', at(5)), change('working', at(7)), change('done', at(9))];
const shown = (messages: Parameters<typeof mapConversation>[0], hasEarlier: boolean, hasLater: boolean) =>
  mapConversation(messages, changes, { hasEarlier, hasLater }).map((entry) =>
    entry.event ? entry.event.tone : entry.author,
  );

test('stands changes of the status between what was said, in the order of time', () => {
  const all = [message('Ann', at(0)), message('Tess', at(5)), message('?', undefined), message('Ann', at(9))];

  expect(shown(all, false, false)).toEqual(['Ann', 'Tess', '?', 'waiting', 'working', 'Ann', 'done']);
});

test('leaves to other pages the changes among their messages', () => {
  expect(shown([message('Ann', at(0)), message('Tess', at(6))], false, true)).toEqual([
    'Ann',
    'waiting',
    'Tess',
  ]);
  expect(shown([message('Tess', at(6)), message('Ann', at(9))], true, false)).toEqual([
    'Tess',
    'working',
    'Ann',
    'done',
  ]);
});
