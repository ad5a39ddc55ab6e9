/** A browser without a screen: keeps cookies, follows no redirect by itself, fills in a form's hidden fields. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends the fields, and files where some are given, to the path as they are. */
  post(path: string, fields: Readonly<Record<string, string>>, files?: readonly File[]): Promise<Answer>;
  /** Sends the form on a page that has this action, with its hidden fields. */
  submit(page: Answer, action: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  /** The same as a form that brings files. */
  upload(
    page: Answer,
    action: string,
    fields: Readonly<Record<string, string>>,
    files: readonly File[],
  ): Promise<Answer>;
  logIn(user: { readonly login: string; readonly password: string }): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly location: string | undefined;
  readonly html: string;
  readonly bytes: Buffer;
  /** What a reader sees: no markup, single spaces. */
  readonly text: string;
}

export function createVisitor(url: string, cookies = new Map<string, string>()): Visitor {
  async function send(path: string, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': 'en', ...init.headers, cookie };
    const answer = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const html = bytes.toString();
    return {
      status: answer.status,
      headers: answer.headers,
      location: answer.headers.get('location') ?? undefined,
      html,
      bytes,
      text: textOf(html),
    };
  }

  function post(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly File[] = [],
  ): Promise<Answer> {
    if (files.length === 0) return send(path, { method: 'POST', body: new URLSearchParams(fields) });
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const file of files) body.append('files', file);
    return send(path, { method: 'POST', body });
  }

  const visitor: Visitor = {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post,
    submit: (page, action, fields) => post(action, { ...hiddenFields(page.html, action), ...fields }),
    upload: (page, action, fields, files) =>
      post(action, { ...hiddenFields(page.html, action), ...fields }, files),
    async logIn({ login, password }) {
      return visitor.submit(await visitor.get('/supportdesk/login'), '/supportdesk/login', {
        login,
        password,
      });
    },
  };
  return visitor;
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '') cookies.delete(name);
  else cookies.set(name, value);
}

/** Of the form with this action: what its browser sends beside what is typed. */
export function hiddenFields(html: string, action: string): Readonly<Record<string, string>> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`));
  if (form === undefined) throw new Error(`no form with the action ${action} on the page:\n${textOf(html)}`);
  const inputs = form.split('</form>')[0]?.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...(inputs ?? [])].map(([, name, value]) => [name, decode(value ?? '')]));
}

function textOf(html: string): string {
  const body = html.replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
  return decode(body).replace(/\s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x3D;': '=',
  '&#39;': "'",
  '&amp;': '&',
};

export function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#x27|#x3D|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
