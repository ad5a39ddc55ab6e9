import { DOMParser, type Element, type Node, ParseError } from '@xmldom/xmldom';
import { suggestion } from '../../lib/suggestion.ts';
import type { AddonDeclaration, ViewDeclaration } from '../../schema/index.ts';
import { declaredModels } from './models.ts';
import type { Problem } from './problem.ts';

/** Fields that Odoo itself puts on a model, or that come with chatter, activities and ratings. */
const GIVEN =
  /^(id|display_name|create_date|create_uid|write_date|write_uid|message_\w+|activity_\w+|website_message_ids|rating_\w+|my_activity_\w+|has_message)$/;

/** The XML of every view is well formed, and the fields in it exist. Views on Odoo's own models are left to Odoo. */
export function checkViews(addons: readonly AddonDeclaration[]): readonly Problem[] {
  const models = declaredModels(addons);
  return addons.flatMap((addon) =>
    (addon.views ?? []).flatMap((view) => checkView(`${addon.name} › ${view.id}`, view, models)),
  );
}

function checkView(
  address: string,
  { arch, model, inherits, groups }: ViewDeclaration,
  models: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Problem[] {
  if (inherits !== undefined && groups !== undefined && groups.length > 0) {
    const message =
      'a view that inherits another takes no groups; put groups="…" on the elements in its arch';
    return [{ address, message }];
  }
  const root = parseXml(arch);
  if (typeof root === 'string') return [{ address, message: `the XML is not well formed: ${root}` }];
  if (model === undefined) return [];
  const fields = models.get(model);
  if (fields === undefined) {
    if (!model.startsWith('x_')) return [];
    return [{ address, message: `no model "${model}"${suggestion(model, models.keys())}` }];
  }
  return fieldNames(root)
    .filter((name) => !fields.has(name) && !GIVEN.test(name))
    .map((name) => ({ address, message: `"${model}" has no field "${name}"${suggestion(name, fields)}` }));
}

function parseXml(source: string): Element | string {
  try {
    const document = new DOMParser({ onError: () => undefined }).parseFromString(source, 'text/xml');
    return document.documentElement ?? 'there is no element';
  } catch (error) {
    if (error instanceof ParseError) return error.message;
    throw error;
  }
}

/** Names of `<field>` in the view itself; what stands inside a field belongs to the model it leads to. */
function fieldNames(node: Node): readonly string[] {
  return [...node.childNodes].flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName !== 'field') return fieldNames(child);
    return [child.getAttribute('name') ?? ''];
  });
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
