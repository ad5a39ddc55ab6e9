const SECRET_KEY = /password|token|secret|cookie|authorization|session_?id|api_?key/i;

/** As long as a signature: whoever holds one may open what it leads to. */
const TOKEN = /[\w.-]{40,}/g;

/** The same data with `***` in place of whatever its key calls a secret, however deep it stands. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SECRET_KEY.test(key) ? '***' : redact(inner)]),
  );
}

/** A text with `…` in place of whatever is as long as a token. */
export function maskTokens(text: string): string {
  return text.replace(TOKEN, '…');
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
