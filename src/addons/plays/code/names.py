def name_field(model, name, lang):
    one = env['ir.model.fields'].sudo().search([('model', '=', model), ('name', '=', name)], limit=1)
    return one.with_context(lang=lang).field_description


def name_choice(model, name, value, lang):
    one = env['ir.model.fields.selection'].sudo().search([('field_id.model', '=', model), ('field_id.name', '=', name), ('value', '=', value)], limit=1)
    return one.with_context(lang=lang).name or value
