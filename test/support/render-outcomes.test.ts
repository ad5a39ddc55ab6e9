import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OUTCOMES } from '../mails/outcomes.ts';
import { OUTCOME_MARKS, renderOutcomes } from './render-outcomes.ts';
import { withRendered } from './with-rendered.ts';

test('docs/mail-in.md tells what becomes of each mail; `npm run docs` renders it anew', async () => {
  const page = readFileSync(new URL('../../docs/mail-in.md', import.meta.url), 'utf8');

  await expect(withRendered(page, renderOutcomes(OUTCOMES), OUTCOME_MARKS)).toMatchFileSnapshot(
    '../../docs/mail-in.md',
  );
});
