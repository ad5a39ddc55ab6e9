const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '', '0': '\0' };

/** The text of a string literal without its prefix, quotes and escapes. */
export function parseString(literal: string): string {
  const match = /^([a-zA-Z]*)('''|"""|'|")([\s\S]*)\2$/.exec(literal);
  const [, prefix = '', , body = ''] = match ?? [];
  return /r/i.test(prefix) ? body : unescapeText(body);
}

export function unescapeText(body: string): string {
  return body.replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/g, (_, code: string) => {
    if (code.length > 1) return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
    return escapes[code] ?? (/[\\'"]/.test(code) ? code : `\\${code}`);
  });
}

export const parseNumber = (literal: string) => Number(literal.replaceAll('_', ''));
