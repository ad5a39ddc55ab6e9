import { getModel } from '../env.ts';
import { OdooFault, validationError } from '../faults.ts';
import type { Env, Model } from '../model.ts';
import { evaluateExpression } from '../python/run-python.ts';
import { toList } from '../values.ts';
import { elementsOf, renderXml, walkXml, type XmlElement } from './xml.ts';

export interface ViewContent {
  readonly name: string;
  readonly type: string;
  readonly model: string;
  readonly root: XmlElement;
  /** The elements that the check is about: Odoo marks them in its messages. */
  readonly checked: readonly XmlElement[];
}

/** Checks a view's tree against the model it shows. */
export function validateView(env: Env, view: ViewContent): void {
  const { root, type, checked } = view;
  const near = (element: XmlElement, message: string) =>
    validationError(`Error while validating view near:\n\n${excerpt(root, checked, element)}\n${message}`);
  const model = env.engine.findModel(view.model);
  if (!model) throw near(root, `Model not found: ${view.model}`);
  if (root.name !== type) {
    throw near(root, `The root node of a ${type} view should be a <${type}>, not a <${root.name}>`);
  }
  checkAttributes(view);
  checkElement(env, model, root, near);
}

type Near = (element: XmlElement, message: string) => Error;

function checkAttributes({ name, root }: ViewContent) {
  for (const element of walkXml(root)) {
    if (element.attributes.has('attrs') || element.attributes.has('states')) {
      throw validationError(
        `Since 17.0, the "attrs" and "states" attributes are no longer used.\nView: ${name} in False`,
      );
    }
  }
  if (root.name !== 'list') return;
  for (const attribute of root.attributes.keys()) {
    if (!listAttributes.test(attribute)) throw validationError(`Invalid view ${name} definition in False`);
  }
}

const listAttributes =
  /^(string|banner_route|class|default_order|default_group_by|decoration-[\w-]+|action|type|limit|groups_limit|count_limit|expand|editable|multi_edit|open_form_view|js_class|create|edit|delete|duplicate|import|export_xlsx|sample|groups|on_write|name|id|header|__validate__)$/;

function checkElement(env: Env, model: Model, element: XmlElement, near: Near): void {
  if (element.name === 'field') {
    const name = element.attributes.get('name') ?? '';
    const field = model.fields.get(name);
    if (!field) throw near(element, `Field "${name}" does not exist in model "${model.name}"`);
    if (field.relation && elementsOf(element).length > 0) {
      const inner = getModel(env, field.relation);
      for (const child of elementsOf(element)) checkElement(env, inner, child, near);
      return;
    }
  }
  if (element.name === 'button') checkButton(env, model, element, near);
  if (element.name === 'filter') checkFilter(env, model, element, near);
  for (const child of elementsOf(element)) checkElement(env, model, child, near);
}

function checkButton(env: Env, model: Model, element: XmlElement, near: Near) {
  const name = element.attributes.get('name') ?? '';
  const type = element.attributes.get('type');
  if (type === 'object' && !env.engine.orm.findMethod(model, name)) {
    throw near(element, `${name} is not a valid action on ${model.name}`);
  }
  if (type !== 'action' || !/^\d+$/.test(name)) return;
  const known = ['ir.actions.server', 'ir.actions.act_window', 'ir.actions.client'].some((table) =>
    env.engine.store.table(table).has(Number(name)),
  );
  if (!known) throw near(element, `Action ${name} (id: ${name}) does not exist for button of type action.`);
}

function checkFilter(env: Env, model: Model, element: XmlElement, near: Near) {
  const domain = element.attributes.get('domain');
  for (const name of domain ? fieldsOfDomain(env, domain) : []) {
    if (model.fields.has(name.split('.')[0] ?? '')) continue;
    const label = `<filter name="${element.attributes.get('name') ?? ''}">`;
    throw near(element, `Unknown field "${model.name}.${name}" in domain of ${label} (${domain}))`);
  }
  const context = element.attributes.get('context') ?? '';
  const grouped = /['"]group_by['"]\s*:\s*['"](\w+)/.exec(context)?.[1];
  if (grouped && !model.fields.has(grouped)) {
    throw near(element, `Unknown field “${grouped}” in "group_by" value in context=“${context}”`);
  }
}

function fieldsOfDomain(env: Env, domain: string): string[] {
  try {
    const value = evaluateExpression(env, domain, { context_today: () => null, allowed_company_ids: [] });
    return toList(value).flatMap((leaf) =>
      Array.isArray(leaf) && typeof leaf[0] === 'string' ? [leaf[0]] : [],
    );
  } catch (error) {
    if (error instanceof OdooFault) {
      return [...domain.matchAll(/\(\s*['"]([\w.]+)['"]\s*,/g)].map((match) => match[1] ?? '');
    }
    throw error;
  }
}

/** The lines around an element, as they stand in the whole tree. */
function excerpt(root: XmlElement, checked: readonly XmlElement[], element: XmlElement): string {
  for (const item of checked) item.attributes.set('__validate__', '1');
  const lines = renderXml(root).split('\n');
  return lines.slice(Math.max(0, element.line - 3), element.line + 2).join('\n');
}
