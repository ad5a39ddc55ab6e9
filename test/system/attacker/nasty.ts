import fc from 'fast-check';

/** Would stand in a page as it is, were it not escaped. */
export const MARK = `<u onload="x">`;

/** What people, and those who mean harm, put into a field or an address. */
export const nasty = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.integer().map(String),
    fc.constantFrom(
      ...['', ' ', '\0', '\uD800', '%', '\\', '_', '٣', '-1', '1e9', '99999999999999999999'],
      ...['toString', '__proto__', 'open,mine', '2026-02-29', '9999-12-31', '0001-01-01'],
      ...['{{7*7}}', '"><script>alert(1)</script>', "' onmouseover='x"],
      ...['</textarea><img src=x onerror=alert(1)>', '%00%0a%0d', '../../etc/passwd', '=cmd|/C calc!A0'],
      ...['ann@example.com\r\nBcc: all@example.com', 'x'.repeat(20_001)],
    ),
  )
  .chain((text) => fc.constantFrom(text, text + MARK));
