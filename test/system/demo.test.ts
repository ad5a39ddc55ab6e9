import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { createVisitor } from '../support/visitor.ts';

let demo: ChildProcess | undefined;
afterEach(() => demo?.kill('SIGKILL'));

describe.skipIf(process.env.TEST_BACKEND === 'live')('npm run demo', () => {
  test('runs the main job, lets customers and technicians in, and ends cleanly on SIGTERM', async () => {
    const url = await startDemo();

    const ann = await openList(url, 'ann@acme.example', 'demo-ann');
    const bob = await openList(url, 'bob@globex.example', 'demo-bob');
    const sofie = await openList(url, 'sofie@fernwood.example', 'demo-sofie');
    const opened = await openTicket(url, { login: 'ann@acme.example', password: 'demo-ann' });
    demo?.kill('SIGTERM');
    const [code] = await once(demo as ChildProcess, 'exit');

    expect(code).toBe(0);
    expect(opened.status).toBe(303);
    expect(subjects(ann)).toHaveLength(20);
    expect(sofie).toContain('1–20 of 52');
    expect(subjects(bob).length).toBeGreaterThan(10);
    expect(subjects(ann).filter((subject) => subjects(bob).includes(subject))).toEqual([]);
  });
});

async function openTicket(url: string, user: { readonly login: string; readonly password: string }) {
  const visitor = createVisitor(url);
  await visitor.logIn(user);
  const form = await visitor.get('/my/tickets/new');
  return visitor.submit(form, '/my/tickets/create', { subject: 'One more', description: 'x', priority: '1' });
}

async function startDemo(): Promise<string> {
  demo = spawn(process.execPath, ['dist/demo/main.js'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: demo.stdout as NonNullable<ChildProcess['stdout']> })) {
    const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error('the demo ended without telling its address');
}

/** Logs in as a browser does, cookies and token included, and answers the page of the list. */
async function openList(url: string, login: string, password: string): Promise<string> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, url), { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const form = await (await send('/supportdesk/login')).text();
  const token = /name="csrf_token" value="([^"]+)"/.exec(form)?.[1] ?? '';
  await send('/supportdesk/login', {
    method: 'POST',
    body: new URLSearchParams({ login, password, csrf_token: token }),
  });
  return (await send('/my/tickets')).text();
}

function subjects(page: string): readonly string[] {
  return [...page.matchAll(/href="\/my\/tickets\/(\d+)["?]/g)]
    .map(([, id]) => id ?? '')
    .filter((id, index, all) => all.indexOf(id) === index);
}
