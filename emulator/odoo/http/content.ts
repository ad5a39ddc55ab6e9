import type { Answer, Request } from '../../http/exchange.ts';
import type { Engine } from '../model.ts';
import { notFound } from './pages.ts';

/** `/web/content/<id>`: a file, for whoever knows its token; without one it is only there for itself. */
export function serveContent(engine: Engine, { path, query }: Request): Answer | undefined {
  const id = /^\/web\/content\/(\d+)$/.exec(path)?.[1];
  if (id === undefined) return undefined;
  const row = engine.store.table('ir.attachment').get(Number(id));
  const token = query.get('access_token');
  const isOpen = row?.get('public') === true || (token && row?.get('access_token') === token);
  const datas = row?.get('db_datas');
  if (!row || !isOpen || !datas) return notFound();

  const body = Buffer.from(String(datas), 'base64');
  const type = String(row.get('mimetype'));
  const disposition = query.get('download') ? 'attachment' : 'inline';
  const name = (query.get('filename') ?? String(row.get('name'))).replace(/[\r\n]/g, '_');
  return {
    status: 200,
    headers: {
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-length': String(body.length),
      'content-disposition': `${disposition}; ${renderName(name)}`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    },
    body,
  };
}

/** As it is, controls among it; what is beyond ASCII is left out there and stands encoded beside it. */
function renderName(name: string): string {
  const simple = [...name].filter((letter) => letter <= '\x7f').join('');
  const first = `filename=${/^[\w.-]+$/.test(simple) ? simple : `"${simple.replace(/["\\]/g, '\\$&')}"`}`;
  return simple === name ? first : `${first}; filename*=UTF-8''${encodeURIComponent(name)}`;
}
