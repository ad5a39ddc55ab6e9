import { encode } from '../views/xml.ts';

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</g;
const attribute = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Gone with all that they hold. */
const dropped = new Set(['script', 'style', 'title', 'noscript']);
/** Gone themselves; what they hold stays. */
const unwrapped = new Set(
  (
    'html body head meta link base form input button select option textarea ' +
    'iframe object embed frame frameset applet param marquee'
  ).split(' '),
);
const empty = new Set(['br', 'hr', 'img', 'col', 'area', 'wbr', 'source']);
const inline = new Set(
  'a abbr b bdi bdo br cite code em font i img kbd label mark q s small span strong sub sup t time u'.split(
    ' ',
  ),
);
const allowed =
  /^(align|alt|bgcolor|border|cellpadding|cellspacing|cite|class|clear|color|cols|colspan|content|data-.*|dir|face|height|href|hspace|id|ismap|itemprop|itemscope|itemtype|label|lang|loading|name|rel|res_id|res_model|role|rows|rowspan|size|span|src|start|style|summary|tabindex|target|title|type|valign|value|width|widget)$/i;

/** Its parser stops at what stands deeper, text aside: that is gone, and so is all that comes after it. */
const DEEPEST = 255;

/** Odoo's HTML, read plainly: no scripts, no handlers, every tag closed, bare text in a paragraph. */
export function sanitizeHtml(source: string): string {
  const text = source.trim();
  if (!text) return '';
  const output: string[] = [];
  const open: string[] = [];
  let skipUntil: string | undefined;
  for (const [piece, slash, rawName, rawAttributes = ''] of text.matchAll(token)) {
    const name = rawName?.toLowerCase();
    if (skipUntil) {
      if (slash && name === skipUntil) skipUntil = undefined;
      continue;
    }
    if (!name) {
      if (!piece.startsWith('<!')) output.push(escapeText(piece));
    } else if (dropped.has(name)) skipUntil = slash ? undefined : name;
    else if (unwrapped.has(name)) continue;
    else if (slash) closeTag(name, open, output);
    else if (open.length >= DEEPEST) break;
    else {
      output.push(`<${name}${cleanAttributes(rawAttributes)}>`);
      if (!empty.has(name)) open.push(name);
    }
  }
  while (open.length > 0) output.push(`</${open.pop()}>`);
  return wrapText(output.join(''));
}

function closeTag(name: string, open: string[], output: string[]) {
  if (!open.includes(name)) return;
  for (let last = open.pop(); last; last = open.pop()) {
    output.push(`</${last}>`);
    if (last === name) return;
  }
}

function cleanAttributes(source: string): string {
  let kept = '';
  for (const [, name = '', double, single, bare] of source.matchAll(attribute)) {
    if (!allowed.test(name)) continue;
    const value = double ?? single ?? bare ?? '';
    const safe =
      /^\s*(javascript|vbscript|data:text)/i.test(value) && /^(href|src)$/i.test(name) ? '' : value;
    kept += ` ${name.toLowerCase()}="${escapeText(safe).replaceAll('"', '&quot;')}"`;
  }
  return kept;
}

/** Text that stands outside of any block goes into a paragraph, with the inline tags next to it. */
function wrapText(html: string): string {
  const [first] = html.matchAll(/^<([a-z][\w-]*)|^[^<]/g);
  if (!first || first[1]) return html;
  const block = [...html.matchAll(/<([a-z][\w-]*)/g)].find((match) => !inline.has(match[1] ?? ''));
  const end = block?.index ?? html.length;
  return `<p>${html.slice(0, end)}</p>${html.slice(end)}`;
}

const entities = /&(?!(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);)/g;
const named: Readonly<Record<string, string>> = { nbsp: '\u00a0', quot: '"', apos: "'", eacute: 'é' };

/** Entities that XML does not need come out as the characters they stand for. */
function escapeText(text: string): string {
  return text
    .replace(/&(nbsp|quot|apos|eacute|#39|#34);/g, (_, name: string) =>
      name.startsWith('#') ? String.fromCharCode(Number(name.slice(1))) : (named[name] ?? ''),
    )
    .replace(entities, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** What `message_post` does to a plain body. */
export const escapePlain = (text: string) => encode(text).replaceAll("'", '&#39;').replaceAll('"', '&#34;');
