import { expect, test } from 'vitest';
import { cleanMarkup } from './clean-markup.ts';

test('keeps the little that an editor makes, and nothing that nobody sees', () => {
  expect(cleanMarkup('<p style="x">a &#x202E;<b>b</b><img src=x></p><script>x</script>')).toBe(
    '<p>a <b>b</b></p>',
  );
});
