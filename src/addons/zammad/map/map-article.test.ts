import { describe, expect, test } from 'vitest';
import type { Article } from '../schema.ts';
import { authorIdOf, mapArticle } from './map-article.ts';
import { splitArticles } from './split-articles.ts';

const article: Article = {
  id: 5,
  ticket_id: 2,
  type: 'email',
  sender: 'Customer',
  from: 'Ann Baker <ann@acme.example>',
  to: 'desk@fernwood.example',
  cc: '',
  message_id: '<1@acme.example>',
  subject: 'Re: Till',
  content_type: 'text/html',
  body: '<p>Hello</p>',
  internal: false,
  created_by_id: 5,
  origin_by_id: undefined,
  created_at: '2026-03-01T07:30:00.000Z',
  files: [],
  originals: [],
};
const context = {
  zammadUrl: 'https://desk.example',
  ticketRecordId: 11,
  ticketSubject: 'Till',
  authorId: 25,
  subtypes: { comment: 1, note: 2 },
  findFile: () => undefined,
};

describe('mapArticle', () => {
  test('makes a message that the customer sees', () => {
    expect(mapArticle(article, context)).toMatchObject({
      model: 'x_support.ticket',
      res_id: '11',
      date: '2026-03-01 07:30:00',
      body: '<p>Hello</p>',
      'author_id/.id': '25',
      message_id: '<1@acme.example>',
      x_email_to: 'desk@fernwood.example',
      email_from: 'Ann Baker <ann@acme.example>',
      message_type: 'email',
      'subtype_id/.id': '1',
      is_internal: '0',
    });
  });

  test('keeps an internal note internal', () => {
    expect(mapArticle({ ...article, type: 'note', internal: true }, context)).toMatchObject({
      message_type: 'comment',
      'subtype_id/.id': '2',
      is_internal: '1',
    });
  });

  test('escapes plain text and keeps its lines', () => {
    const plain = { ...article, content_type: 'text/plain', body: 'a < b\r\nand c\n\n<script>' };

    expect(mapArticle(plain, context).body).toBe('<p>a &lt; b<br>and c</p><p>&lt;script&gt;</p>');
  });

  test('shows the images that Odoo has, and leads to Zammad where it has not', () => {
    const body = '<img src="zammad-file:21"><img alt="x" src=zammad-file:22 width="1">';
    const findFile = (id: number) => (id === 21 ? 310 : undefined);

    expect(mapArticle({ ...article, body }, { ...context, findFile }).body).toBe(
      '<img src="/web/image/310"><img alt="x" src=https://desk.example/api/v1/ticket_attachment/2/5/22 width="1">',
    );
  });

  test('leads other images to Zammad and leaves all other addresses alone', () => {
    const body =
      '<img style="x" src="/api/v1/ticket_attachment/2/5/21?view=inline"><img src="https://a.example/api/v1/b"><a href="/api/v1/x">x</a>';

    expect(mapArticle({ ...article, body }, context).body).toBe(
      '<img style="x" src="https://desk.example/api/v1/ticket_attachment/2/5/21?view=inline"><img src="https://a.example/api/v1/b"><a href="/api/v1/x">x</a>',
    );
  });

  test('names a sender where there is neither author nor address', () => {
    expect(mapArticle({ ...article, from: '' }, { ...context, authorId: undefined }).email_from).toBe(
      'Zammad',
    );
  });
});

describe('authorIdOf', () => {
  test('is the customer whose words an agent wrote down', () => {
    expect(authorIdOf({ ...article, created_by_id: 3, origin_by_id: 5 })).toBe(5);
  });

  test('is nobody where a trigger wrote', () => {
    expect(authorIdOf({ ...article, created_by_id: 1 })).toBeUndefined();
  });
});

describe('splitArticles', () => {
  const note = { ...article, id: 1, type: 'note', sender: 'Agent', internal: true };
  const automatic = { ...article, id: 2, sender: 'System' };
  const question = { ...article, id: 3 };
  const answer = { ...article, id: 4, sender: 'Agent' };

  test('describes a ticket by the first public words of a person and repeats nothing', () => {
    expect(splitArticles([note, automatic, question, answer], 'open')).toEqual({
      description: question,
      messages: [note, automatic, answer],
    });
  });

  test('never shows an internal note as description', () => {
    expect(splitArticles([note], 'open')).toEqual({ description: undefined, messages: [note] });
  });

  test('drops the note that merging leaves behind, in a merged ticket only', () => {
    const merged = { ...article, type: 'note', sender: 'Agent', body: 'merged' };

    expect(splitArticles([merged], 'merged')).toEqual({ description: undefined, messages: [] });
    expect(splitArticles([merged], 'open').description).toBe(merged);
  });
});
