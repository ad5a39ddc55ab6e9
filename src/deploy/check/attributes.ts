import type { Element } from '@xmldom/xmldom';
import { shortenText } from '../../lib/cut-text.ts';
import { findPathFault, findTextFault, type KnownNames, relationOf } from './known-names.ts';
import { checkPython } from './python/check-python.ts';
import type { NameOptions } from './python/names.ts';

/** Every name in the attributes of a view's element is declared: in conditions, domains, contexts, options and references. */
export function checkAttributes(
  element: Element,
  model: string | undefined,
  names: KnownNames,
): readonly string[] {
  return [...element.attributes].flatMap(({ name, value }) => {
    const faults = faultsOf(element, name, value, model, names);
    return faults.map((fault) => `${name}="${shorten(value)}": ${fault}`);
  });
}

function faultsOf(
  element: Element,
  name: string,
  value: string,
  model: string | undefined,
  names: KnownNames,
): readonly string[] {
  // A field's own name is looked at with the field, the others are no names of fields.
  if (TEXTS.has(name)) return [];
  if (name === 'name') return element.tagName === 'field' ? [] : findReferences(value, names);
  const python = pythonOf(element, name, model, names);
  if (python === undefined) return findReferences(value, names);
  const problems = checkPython({ address: '', source: value, kind: 'client', ...python }, names);
  if (problems.length > 0) return problems.map(({ message }) => message);
  return findGroupFaults(name, value, model, names);
}

/** What people read, and names of our own making. */
const TEXTS = new Set('string help placeholder title confirm label alt text class style id'.split(' '));

const CONDITIONS = /^(invisible|readonly|required|column_invisible|decoration-.+)$/;

/** How the Python in an attribute is meant; undefined for an attribute without any. */
function pythonOf(
  element: Element,
  name: string,
  model: string | undefined,
  names: KnownNames,
): NameOptions | undefined {
  if (CONDITIONS.test(name)) return { variablesOf: model };
  if (name === 'filter_domain') return { domainOf: model };
  if (name === 'context' || name === 'options') return { variablesOf: model };
  if (name !== 'domain') return undefined;
  const field = element.getAttribute('name') ?? '';
  if (element.tagName === 'filter') return { domainOf: model };
  const target = model === undefined ? undefined : relationOf(names, model, field);
  return { domainOf: target, variablesOf: model };
}

/** `{'group_by': 'x_opened_at:month'}` */
function findGroupFaults(
  name: string,
  value: string,
  model: string | undefined,
  names: KnownNames,
): readonly string[] {
  if (name !== 'context' || model === undefined) return [];
  const paths = [...value.matchAll(/'group_by'\s*:\s*'([\w.]+)/g)].map(([, path = '']) => path);
  return paths.flatMap((path) => findPathFault(names, model, path) ?? []);
}

/** Names of fields and models, and external ids of ours, wherever they stand in a text. */
function findReferences(value: string, names: KnownNames): readonly string[] {
  const texts = value.match(/\b(?:x_\w+(?:\.\w+)*|__supportdesk__\.\w+)/g) ?? [];
  return texts.flatMap((text) => findTextFault(names, text) ?? []);
}

const shorten = (value: string): string => shortenText(value, 61);
