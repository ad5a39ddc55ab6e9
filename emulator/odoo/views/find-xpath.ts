import { validationError } from '../faults.ts';
import { elementsOf, walkXml, type XmlElement } from './xml.ts';

const step = /(\/\/|\/)?(\.|[\w:.*-]+)((?:\[(?:[^\]"']|"[^"]*"|'[^']*')*\])*)/y;

/** The first element that a path finds: `//a[@b='c']`, `/form/sheet`, `hasclass('x')`, positions. */
export function findXpath(root: XmlElement, path: string): XmlElement | undefined {
  const invalid = () => validationError(`Invalid Expression while parsing xpath “${path}”`);
  const document: XmlElement = { name: '', attributes: new Map(), children: [root], line: 1 };
  let found: readonly XmlElement[] = path.startsWith('/') ? [document] : [root];
  let position = path.startsWith('./') ? 1 : 0;
  if (path.trim() === '') throw invalid();
  while (position < path.length) {
    step.lastIndex = position;
    const match = step.exec(path);
    if (!match || match[0] === '') throw invalid();
    position = step.lastIndex;
    const [, axis = '', name = '', tests = ''] = match;
    if (name === '.') continue;
    const candidates = found.flatMap((element) =>
      axis === '//' ? elementsOf(element).flatMap(walkXml) : elementsOf(element),
    );
    const named = [...new Set(candidates)].filter((element) => name === '*' || element.name === name);
    found = applyTests(named, tests, invalid);
  }
  return found[0];
}

function applyTests(elements: readonly XmlElement[], tests: string, invalid: () => Error): XmlElement[] {
  let left = [...elements];
  for (const [, test = ''] of tests.matchAll(/\[((?:[^\]"']|"[^"]*"|'[^']*')*)\]/g)) {
    if (/^\d+$/.test(test)) left = left.slice(Number(test) - 1, Number(test));
    else if (test === 'last()') left = left.slice(-1);
    else left = left.filter(compileTest(test, invalid));
  }
  return left;
}

function compileTest(test: string, invalid: () => Error): (element: XmlElement) => boolean {
  const parts = test.split(/\s+and\s+/);
  if (parts.length > 1) {
    const all = parts.map((part) => compileTest(part, invalid));
    return (element) => all.every((one) => one(element));
  }
  const classes = /^hasclass\((.*)\)$/.exec(test.trim());
  if (classes) {
    const wanted = (classes[1] ?? '').split(',').map((item) => item.trim().slice(1, -1));
    return (element) => {
      const own = (element.attributes.get('class') ?? '').split(/\s+/);
      return wanted.every((name) => own.includes(name));
    };
  }
  const contains = /^contains\(\s*@([\w:.-]+)\s*,\s*(?:"([^"]*)"|'([^']*)')\s*\)$/.exec(test.trim());
  if (contains) {
    const [, name = '', double, single] = contains;
    return (element) => (element.attributes.get(name) ?? '').includes(double ?? single ?? '');
  }
  const equals = /^@([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?$/.exec(test.trim());
  if (!equals) throw invalid();
  const [, name = '', double, single] = equals;
  const value = double ?? single;
  return (element) =>
    value === undefined ? element.attributes.has(name) : element.attributes.get(name) === value;
}
