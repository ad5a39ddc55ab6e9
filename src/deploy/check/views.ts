import type { Element, Node } from '@xmldom/xmldom';
import { suggestion } from '../../lib/suggestion.ts';
import type { AddonDeclaration, ViewDeclaration } from '../../schema/index.ts';
import { checkAttributes } from './attributes.ts';
import { findFieldFault, type KnownNames, relationOf } from './known-names.ts';
import { checkMarkup } from './markup.ts';
import { parseXml } from './parse-xml.ts';
import type { Problem } from './problem.ts';

/** The XML of every view is well formed, and what it names is declared. Names of Odoo's own are left to Odoo. */
export function checkViews(addons: readonly AddonDeclaration[], names: KnownNames): readonly Problem[] {
  return addons.flatMap((addon) =>
    (addon.views ?? []).flatMap((view) => checkView(`${addon.name} › ${view.id}`, view, names)),
  );
}

function checkView(
  address: string,
  { arch, model, inherits, groups, type }: ViewDeclaration,
  names: KnownNames,
): readonly Problem[] {
  if (inherits !== undefined && groups !== undefined && groups.length > 0) {
    const message =
      'a view that inherits another takes no groups; put groups="…" on the elements in its arch';
    return [{ address, message }];
  }
  const root = parseXml(arch);
  if (typeof root === 'string') return [{ address, message: `the XML is not well formed: ${root}` }];
  if (type === 'qweb') return checkMarkup(address, root, names, {});
  if (model?.startsWith('x_') && !names.models.has(model)) {
    return [{ address, message: `no model "${model}"${suggestion(model, names.models)}` }];
  }
  return checkElement(root, model).map((message) => ({ address, message }));

  /** `at` is the model whose fields are shown; undefined where nobody here knows it. */
  function checkElement(element: Element, at: string | undefined): readonly string[] {
    const name = element.getAttribute('name') ?? '';
    const isField = element.tagName === 'field';
    const fault = isField ? findFieldFault(names, at, name) : undefined;
    // A field may be the place where an inheriting view puts something; else what stands in it is a view of its records.
    const leads = isField && !element.hasAttribute('position');
    const steps = leads ? [name] : element.tagName === 'xpath' ? stepsOf(element) : [];
    const within = steps.reduce((model, step) => (model ? relationOf(names, model, step) : undefined), at);
    return [
      ...(fault === undefined ? [] : [fault]),
      ...checkAttributes(element, at, names),
      ...[...element.childNodes].filter(isElement).flatMap((child) => checkElement(child, within)),
    ];
  }
}

/** The fields that an XPath passes on its way: what it puts somewhere is a view of the records to which they lead. */
function stepsOf(xpath: Element): readonly string[] {
  const expression = xpath.getAttribute('expr') ?? '';
  const passed = expression.slice(0, expression.lastIndexOf('/') + 1);
  return [...passed.matchAll(/\bfield\[@name=(['"])(\w+)\1\]/g)].map(([, , name = '']) => name);
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
