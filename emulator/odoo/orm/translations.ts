import type { Env, Field } from '../model.ts';
import type { Row, Stored } from '../values.ts';
import { isElement, parseXml, renderXml, type XmlElement } from '../views/xml.ts';

type Dictionary = Readonly<Record<string, string>>;

/** The language asked for; English is the one that columns are kept in. */
export function languageOf({ context }: Env): string | undefined {
  return typeof context.lang === 'string' && context.lang !== 'en_US' ? context.lang : undefined;
}

/** Where a row keeps a text in another language. */
export const columnIn = (name: string, language: string): string => `${name}@${language}`;

/** Views and cleaned HTML are translated piece by piece, everything else as a whole. */
export const isTranslatedInTerms = ({ name, type, sanitize }: Pick<Field, 'name' | 'type' | 'sanitize'>) =>
  name === 'arch_db' || (type === 'html' && sanitize !== false);

/** A text in the asker's language, in English where it has no other. */
export function translatedValue(
  env: Env,
  row: Row,
  field: Pick<Field, 'name' | 'type' | 'sanitize'>,
): Stored | undefined {
  const source = row.get(field.name);
  const language = languageOf(env);
  const kept = language === undefined ? undefined : row.get(columnIn(field.name, language));
  if (typeof kept !== 'string' || typeof source !== 'string') return source;
  if (!isTranslatedInTerms(field)) return kept;
  // What is around the root of a view is lost on the way.
  return translateTerms(field.name === 'arch_db' ? source.trim() : source, parseDictionary(kept));
}

export function parseDictionary(kept: Stored | undefined): Dictionary {
  return typeof kept === 'string' ? JSON.parse(kept) : {};
}

/** The pieces of a text that are translated on their own. */
export function termsOf(source: string): readonly string[] {
  const terms: string[] = [];
  replaceTerms(source, (term) => {
    terms.push(term);
    return term;
  });
  return [...new Set(terms)];
}

function translateTerms(source: string, dictionary: Dictionary): string {
  return replaceTerms(source, (term) => dictionary[term] ?? term);
}

const shown = new Set(
  'string help placeholder title confirm label alt sum avg aria-label data-tooltip'.split(' '),
);

const isShown = (element: XmlElement, attribute: string) =>
  shown.has(attribute) || (attribute === 'text' && element.attributes.get('widget') === 'url');

/** What an inheriting view sets in an attribute is a text only where that attribute is shown. */
const isSetting = ({ name, attributes }: XmlElement) =>
  name === 'attribute' && !shown.has(attributes.get('name') ?? '');

function replaceTerms(source: string, replace: (term: string) => string): string {
  const inText = (text: string) => {
    const term = text.trim();
    return term === '' ? text : text.replace(term, () => replace(term));
  };
  const visit = (element: XmlElement): XmlElement => {
    if (isSetting(element)) return element;
    return {
      ...element,
      attributes: new Map(
        [...element.attributes].map(([name, value]) => [
          name,
          isShown(element, name) ? inText(value) : value,
        ]),
      ),
      children: runsOf(element.children).flatMap((run) =>
        run.some(hasText) ? inRun(run) : run.map((child) => (isElement(child) ? visit(child) : child)),
      ),
    };
  };
  const inRun = (run: readonly XmlNode[]): readonly XmlNode[] =>
    parseXml(`<div>${inText(renderChildren(run))}</div>`).children;
  return renderChildren(visit(parseXml(`<div>${source}</div>`)).children);
}

type XmlNode = XmlElement | string;

const renderChildren = (children: readonly XmlNode[]): string =>
  renderXml({ name: 'div', attributes: new Map(), children: [...children], line: 1 }).replace(
    /^<div>|<\/div>$|^<div\/>$/g,
    '',
  );

/** Text and the elements within a line make one term, tags included; any other element stands by itself. */
function runsOf(children: readonly XmlNode[]): readonly (readonly XmlNode[])[] {
  const runs: XmlNode[][] = [];
  let isOpen = false;
  for (const child of children) {
    const isInline = !isElement(child) || isWithinLine(child);
    if (isInline && isOpen) runs.at(-1)?.push(child);
    else runs.push([child]);
    isOpen = isInline;
  }
  return runs;
}

const withinLine = new Set(
  (
    'abbr b bdi bdo br cite code data del dfn em font i ins kbd keygen mark math meter output progress q ruby ' +
    's samp small span strong sub sup time u var wbr text select option'
  ).split(' '),
);

const isWithinLine = ({ name, attributes, children }: XmlElement): boolean =>
  withinLine.has(name) &&
  ![...attributes.keys()].some((attribute) => attribute.startsWith('t-')) &&
  children.every((child) => !isElement(child) || isWithinLine(child));

function hasText(node: XmlNode): boolean {
  if (!isElement(node)) return node.trim() !== '';
  if (!isWithinLine(node)) return false;
  const isShownIn = [...node.attributes].some(([name, value]) => value.trim() !== '' && isShown(node, name));
  return isShownIn || node.children.some(hasText);
}
