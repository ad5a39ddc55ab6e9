// One customer's browser, as far as servers can tell: keeps cookies, fills in a form's hidden fields.
import { exchange } from './exchange.mjs';

export function createBrowser(baseUrl, agent) {
  const cookies = new Map();

  async function send(method, path, body) {
    const encoded = body ? new Response(body) : undefined;
    const headers = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(encoded ? { 'content-type': encoded.headers.get('content-type') } : {}),
    };
    const content = encoded ? Buffer.from(await encoded.arrayBuffer()) : undefined;
    const started = performance.now();
    const answer = await exchange(new URL(path, baseUrl), { method, headers, agent }, content);
    for (const line of answer.headers['set-cookie'] ?? []) keep(line);
    return { ...answer, ms: performance.now() - started };
  }

  function keep(line) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }

  const browser = {
    get: (path) => send('GET', path),
    /** Sends the form on a page that has this action; with a file as multipart. */
    submit(page, action, fields, file) {
      const all = Object.entries({ ...hiddenFields(page.body, action), ...fields });
      const form = file ? new FormData() : new URLSearchParams();
      for (const [name, value] of all) form.append(name, value);
      if (file) form.append('files', file);
      return send('POST', action, form);
    },
    async logIn({ login, password }) {
      const path = '/supportdesk/login';
      const answer = await browser.submit(await browser.get(path), path, { login, password });
      if (answer.status !== 303) throw new Error(`${login} cannot log in: ${answer.status}`);
    },
  };
  return browser;
}

function hiddenFields(html, action) {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
  const inputs = form.split('</form>')[0].matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}
