asked = env.context.get('{{asked}}')
if asked:
    ticket = model.browse(asked['ticket'])
    env['rating.rating']._load_records([{
        'xml_id': '{{module}}.rating_%s' % ticket.id,
        'values': {
            'res_model_id': env.ref('__supportdesk__.model__x_support_ticket').id,
            'res_id': ticket.id,
            'partner_id': asked['customer'],
            'rated_partner_id': ticket.x_user_id.partner_id.id,
            'rating': float(asked['rating']),
            'feedback': asked['feedback'],
            'consumed': True,
        },
    }])
    ticket._track_set_author(env['res.partner'].browse(asked['customer']))
    ticket.write({'x_rating': asked['rating']})
