import { describe, expect, it } from 'vitest';
import { normalize } from './normalize.ts';
import type { Exchange } from './run-scenario.ts';

const now = new Date('2026-03-04T05:06:07Z');

const answered = (response: unknown, changes: Partial<Exchange> = {}): Exchange => ({
  name: 'step',
  path: '/jsonrpc',
  request: { args: ['db', 2, 'secret', 'x_a.b', 'search_read'] },
  status: 200,
  cookies: [],
  response,
  ...changes,
});

const resultOf = (result: unknown) => normalize(answered({ id: 1, result }), { now }).response;

describe('normalize', () => {
  it('masks ids in records, many2one pairs and id lists', () => {
    const normalized = resultOf([{ id: 7, x_partner_id: [3, 'Ann'], tag_ids: [4, 5], x_count: 2 }]);

    expect(normalized).toEqual({
      id: 1,
      result: [{ id: '<id>', x_partner_id: ['<id>', 'Ann'], tag_ids: ['<id>', '<id>'], x_count: 2 }],
    });
  });

  it('keeps counts but masks the id that a create answers', () => {
    const created = answered({ result: 12 }, { request: { args: ['db', 2, 'secret', 'x_a.b', 'create'] } });

    expect(resultOf(12)).toEqual({ id: 1, result: 12 });
    expect(normalize(created, { now }).response).toEqual({ result: '<id>' });
  });

  it('masks moments close to the exchange and keeps others', () => {
    expect(resultOf(['2026-03-04 05:00:00', '2020-01-01 00:00:00'])).toEqual({
      id: 1,
      result: ['<now>', '2020-01-01 00:00:00'],
    });
  });

  it('keeps the name and the message of an error, without its traceback and ids', () => {
    const error = {
      code: 200,
      message: 'Odoo Server Error',
      data: {
        name: 'odoo.exceptions.MissingError',
        debug: 'Traceback …',
        message: 'Record does not exist or has been deleted.\n(Record: res.partner(99,), User: 2)',
        arguments: [],
        context: {},
      },
    };

    expect(normalize(answered({ id: 1, error }), { now }).response).toEqual({
      id: 1,
      error: {
        code: 200,
        message: 'Odoo Server Error',
        data: {
          name: 'odoo.exceptions.MissingError',
          message: 'Record does not exist or has been deleted.\n(Record: res.partner(<id>), User: <id>)',
        },
      },
    });
  });

  it('keeps the attributes of the session cookie, not its value', () => {
    const exchange = answered({}, { cookies: ['session_id=abc; Expires=Mon; Max-Age=60; HttpOnly; Path=/'] });

    expect(normalize(exchange, { now }).cookies).toEqual([
      'session_id=<session>; Max-Age=60; HttpOnly; Path=/',
    ]);
  });

  it('compares only what a step looks at', () => {
    const normalized = normalize(answered({ result: { a: 1, b: 2 } }), {
      now,
      view: (result) => (result as { a: number }).a,
    });

    expect(normalized.response).toEqual({ result: 1 });
  });
});
