/** The form of a contact, as far as other views find their place in it. */
export const partnerForm = [
  '<form string="Partners">',
  '<sheet>',
  '<div class="oe_title mb24"><h1><field name="name"/></h1><field name="parent_id"/></div>',
  '<group>',
  '<group><field name="is_company" invisible="1"/><field name="type"/></group>',
  '<group><field name="function"/><field name="phone"/><field name="email"/><field name="lang"/>',
  '<field name="category_id" widget="many2many_tags"/></group>',
  '</group>',
  '</sheet>',
  '</form>',
].join('\n');
