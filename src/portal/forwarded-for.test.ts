import express from 'express';
import { expect, test } from 'vitest';
import { cutPorts } from './forwarded-for.ts';

function forwarded(header: string, trust: number | string = 1): { header: unknown; ip: unknown } {
  const app = express().set('trust proxy', trust);
  const req = Object.create(app.request, {
    app: { value: app },
    headers: { value: { 'x-forwarded-for': header } },
    socket: { value: { remoteAddress: '127.0.0.1' } },
  });
  cutPorts(req, Object.create(app.response), () => undefined);
  return { header: req.headers['x-forwarded-for'], ip: req.ip };
}

test.each([
  ['1.2.3.4:56789', '1.2.3.4'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['1.2.3.4', '1.2.3.4'],
  ['9.9.9.9:1, 1.2.3.4:2', '9.9.9.9, 1.2.3.4'],
  ['unknown', 'unknown'],
])('%s is %s, whatever the port', (header, clean) => {
  expect(forwarded(header).header).toBe(clean);
});

test('a proxy is known by its address, with a port beside it, too', () => {
  expect(forwarded('1.2.3.4:5, 10.0.0.1:6', 'loopback, 10.0.0.0/8').ip).toBe('1.2.3.4');
});
