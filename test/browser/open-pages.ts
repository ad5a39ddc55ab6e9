import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A phone and a desk, by day and by night: width in pixels, colour scheme. */
export const LOOKS = [
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const;

export interface OpenPage {
  readonly page: Page;
  /** What the console complains about, answers with an error's status aside. */
  readonly complaints: readonly string[];
}

/** A page of a portal in a browser of its own, logged in where somebody is named. */
export async function openPage(
  browser: Browser,
  baseURL: string,
  user?: { readonly login: string; readonly password: string },
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ baseURL, locale: 'en-US', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  if (user) await logIn(page, user);
  return { page, complaints };
}

/** From the login page, or from a page that leads to it. */
export async function logIn(
  page: Page,
  { login, password }: { readonly login: string; readonly password: string },
  path = '/supportdesk/login',
): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Email').fill(login);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor();
}
