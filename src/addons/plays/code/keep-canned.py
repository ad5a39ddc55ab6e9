{{pick_text}}


{{plain}}


# The same words in Odoo's own list, which knows neither languages nor names to fill in: in the company's language, and with
# an ellipsis where a name stands.
responses = env['mail.canned.response'].sudo()
group = env.ref('{{technicians}}')
for record in {{plays}}:
    play = record.sudo()
    text = to_plain(pick_text(play, env.company.partner_id.lang)) if play.x_active else ''
    response = play.x_canned_id
    if text:
        values = {'source': play.x_shortcut or play.x_name, 'substitution': text, 'description': play.x_name, 'group_ids': [(6, 0, group.ids)]}
        if response:
            response.write(values)
        else:
            play.write({'x_canned_id': responses.create(values).id})
    elif response:
        response.unlink()
