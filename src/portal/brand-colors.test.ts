import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, parseColor, renderBrandColors } from './brand-colors.ts';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('any colour of a company can be read where it stands, in either scheme', () => {
  fc.assert(
    fc.property(color, (brand) => {
      const [light, dark] = renderBrandColors(brand).split('@media');
      for (const [sheet, surface] of [
        [light, '#ffffff'],
        [dark, '#262a31'],
      ] as const) {
        const colorOf = (name: string) =>
          parseColor(new RegExp(`--sd-${name}:(#[0-9a-f]{6})`).exec(sheet ?? '')?.[1] ?? '');

        expect(contrast(colorOf('on-primary'), colorOf('primary'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colorOf('on-primary'), colorOf('primary-strong'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colorOf('link'), parseColor(surface))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colorOf('violet'), colorOf('violet-bg'))).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test('a colour that can be read is left as it is', () => {
  expect(renderBrandColors('#0b5c73')).toContain('--sd-link:#0b5c73');
});
