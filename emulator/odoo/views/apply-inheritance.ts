import { validationError } from '../faults.ts';
import { findXpath } from './find-xpath.ts';
import { elementsOf, isElement, renderTag, walkXml, type XmlElement } from './xml.ts';

/** Puts the changes of an inheriting view into its parent's tree; gives the elements that were added. */
export function applyInheritance(root: XmlElement, changes: XmlElement): readonly XmlElement[] {
  const specifications = changes.name === 'data' ? elementsOf(changes) : [changes];
  for (const specification of specifications) {
    const target = findTarget(root, specification);
    if (!target) {
      throw validationError(
        'Error while parsing or validating view:\n\n' +
          `Element '${shownTag(specification)}' cannot be located in parent view`,
      );
    }
    change(root, target, specification);
  }
  return specifications.flatMap(elementsOf);
}

function findTarget(root: XmlElement, specification: XmlElement): XmlElement | undefined {
  if (specification.name === 'xpath') return findXpath(root, specification.attributes.get('expr') ?? '');
  const wanted = [...specification.attributes].filter(([name]) => name !== 'position' && name !== 'version');
  return walkXml(root).find(
    (element) =>
      element.name === specification.name &&
      wanted.every(([name, value]) => element.attributes.get(name) === value),
  );
}

function change(root: XmlElement, target: XmlElement, specification: XmlElement) {
  const position = specification.attributes.get('position') ?? 'inside';
  const parent = walkXml(root).find((element) => element.children.includes(target));
  const siblings = parent?.children;
  const at = siblings?.indexOf(target) ?? -1;
  const added = specification.children;
  if (position === 'inside') target.children.push(...added);
  else if (position === 'before') siblings?.splice(at, 0, ...added);
  else if (position === 'after') siblings?.splice(at + 1, 0, ...added);
  else if (position === 'replace') siblings?.splice(at, 1, ...added);
  else if (position === 'attributes') changeAttributes(target, added.filter(isElement));
  else throw validationError(`Invalid position attribute: '${position}'`);
}

function changeAttributes(target: XmlElement, changes: readonly XmlElement[]) {
  for (const item of changes) {
    const name = item.attributes.get('name') ?? '';
    const value = item.children.filter((child) => !isElement(child)).join('');
    if (value) target.attributes.set(name, value);
    else target.attributes.delete(name);
  }
}

/** Messages leave out where the change would have gone. */
function shownTag(specification: XmlElement): string {
  const attributes = new Map(specification.attributes);
  attributes.delete('position');
  return renderTag({ ...specification, attributes });
}
