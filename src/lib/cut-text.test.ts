import { describe, expect, it } from 'vitest';
import { cutText, cutToCodePoints, shortenText } from './cut-text.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('cutText', () => {
  it.each([
    ['an emoji', '😀'.repeat(5), 3, '😀😀😀'],
    ['a family', `${FAMILY}${FAMILY}x`, 2, `${FAMILY}${FAMILY}`],
    ['a flag', '🇹🇭🇳🇱🇪🇸', 2, '🇹🇭🇳🇱'],
    ['a letter with marks of its own', 'a\u0308e\u0301o', 2, 'a\u0308e\u0301'],
    ['a Thai vowel', 'น้ำใจ', 1, 'น้ำ'],
  ])('counts %s as one and cuts it nowhere', (_, text, max, cut) => {
    expect(cutText(text, max)).toBe(cut);
  });

  it('leaves what is short enough as it is', () => {
    expect(cutText('short', 5)).toBe('short');
    expect(cutText(FAMILY, 1)).toBe(FAMILY);
  });
});

describe('shortenText', () => {
  it('says at the end that there was more', () => {
    expect(shortenText('one two three', 5)).toBe('one…');
    expect(shortenText('😀'.repeat(9), 4)).toBe('😀😀😀…');
    expect(shortenText('😀'.repeat(4), 4)).toBe('😀'.repeat(4));
  });
});

describe('cutToCodePoints', () => {
  it('keeps to what a database counts, and cuts no character', () => {
    expect(cutToCodePoints(`ab${FAMILY}`, 8)).toBe('ab');
    expect(cutToCodePoints(`ab${FAMILY}`, 9)).toBe(`ab${FAMILY}`);
  });

  it('cuts a character that is too long by itself', () => {
    expect([...cutToCodePoints(`z${'\u0301'.repeat(500)}`, 40)]).toHaveLength(40);
    expect(cutToCodePoints(FAMILY, 1)).toBe('👨');
  });
});
