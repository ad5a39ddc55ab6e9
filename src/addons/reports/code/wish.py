asked = env.context.get('{{asked}}')
if asked:
    partner = model.sudo().browse(asked['partner'])
    if partner.x_wants_report != asked['wanted']:
        partner.write({'x_wants_report': asked['wanted']})
    action = {'wanted': partner.x_wants_report}
