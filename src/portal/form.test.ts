import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseForm } from './form.ts';

const Form = z.object({
  subject: z.string().trim().min(1, 'required').max(5, 'long').regex(/^\w+$/, 'words'),
  body: z.string({ error: 'body' }),
});

test('gives the checked values', () => {
  expect(parseForm(Form, { subject: ' ink ', body: 'x' })).toEqual({
    ok: true,
    values: { subject: 'ink', body: 'x' },
  });
});

test('gives the first error of each field', () => {
  expect(parseForm(Form, { subject: 'far too long!' })).toEqual({
    ok: false,
    errors: { subject: 'long', body: 'body' },
  });
});
