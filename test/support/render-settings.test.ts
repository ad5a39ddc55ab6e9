import { expect, test } from 'vitest';
import { z } from 'zod';
import { renderSettings } from './render-settings.ts';

test('a setting is a row with its meaning, its choices and its default', () => {
  const page = renderSettings(
    z.object({
      URL: z.url().describe('Where'),
      NOTE: z.string().optional().describe('Anything'),
      LEVEL: z.enum(['low', 'high']).default('low').describe('How much'),
    }),
  );

  expect(page).toContain(`
| setting | meaning                  | default      |
| ------- | ------------------------ | ------------ |
| \`URL\`   | Where                    | **required** |
| \`NOTE\`  | Anything                 |              |
| \`LEVEL\` | How much (\`low\`, \`high\`) | \`low\`        |
`);
});
