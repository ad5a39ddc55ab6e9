import { readFileSync } from 'node:fs';
import { type Answer, htmlAnswer } from '../../http/exchange.ts';

/** The plain error page of the web server underneath Odoo. */
export const errorPage = (status: number, title: string, text: string): Answer =>
  htmlAnswer(
    status,
    `<!doctype html>\n<html lang=en>\n<title>${status} ${title}</title>\n<h1>${title}</h1>\n<p>${text}</p>\n`,
  );

export const notFound = () =>
  errorPage(
    404,
    'Not Found',
    'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
  );

/** Where the web server sends whoever comes by another address. */
export const redirect = (location: string): Answer => {
  const title = 'Redirecting...';
  const link = `<a href="${location}">${location}</a>`;
  const text = `You should be redirected automatically to the target URL: ${link}. If not, click the link.`;
  const page = `<!doctype html>\n<html lang=en>\n<title>${title}</title>\n<h1>${title}</h1>\n<p>${text}\n`;
  return { ...htmlAnswer(308, page), headers: { location } };
};

/** Pages of Odoo's website, as far as anybody looks at them. */
export const pages: Readonly<Record<'login' | 'reset_password', string>> = JSON.parse(
  readFileSync(new URL('pages.json', import.meta.url), 'utf8'),
);
