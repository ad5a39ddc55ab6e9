const categories = ['alert', 'client', 'service', 'vendor'];

/** The page `/my` as a template: the places where other views put their tiles. */
export const portalHome = [
  '<t t-name="portal.portal_my_home">',
  '<t t-call="portal.portal_layout">',
  '<div class="o_portal_my_home">',
  '<div class="oe_structure" id="oe_structure_portal_my_home_1"/>',
  '<div class="o_portal_docs row g-2">',
  ...categories.map((name) => `<div class="o_portal_category row g-2 mt-3" id="portal_${name}_category"/>`),
  '<div class="o_portal_category row g-2 mt-3" id="portal_common_category"/>',
  '</div>',
  '</div>',
  '</t>',
  '</t>',
].join('\n');
