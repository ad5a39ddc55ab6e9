import { expect, test } from 'vitest';
import { mapDarkScheme } from './dark-scheme.ts';

test('repeats what hangs on the attribute for readers who prefer the dark', () => {
  const css = 'a{b:c}[data-bs-theme=dark]{--x:1}[data-bs-theme=dark] .carousel{d:e}';

  expect(mapDarkScheme(css)).toBe(
    `${css}\n@media (prefers-color-scheme:dark){:root{--x:1}:root .carousel{d:e}}`,
  );
});
