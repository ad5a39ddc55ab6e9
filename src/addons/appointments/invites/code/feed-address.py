def visit_feed(partner, is_technician, do):
    # The line of somebody's calendar: `show` it as it is, `make` an address where there is none, another one `anew`, or `revoke` it.
    feeds = env['x_support.appointment.feed'].sudo()
    feed = feeds.search([('x_partner_id', '=', partner.id), ('x_is_technician', '=', is_technician)], limit=1)
    if do == 'anew' or do == 'make' and not feed.x_secret:
        # What nobody can work out without the secret of the database.
        secret = env['mail.thread'].sudo()._encode_link('supportdesk calendar secret', {'partner': partner.id, 'is': is_technician, 'before': feed.x_secret, 'at': str(datetime.datetime.now())})[:40]
        if feed:
            feed.write({'x_secret': secret})
        else:
            name = '{{module}}.feed_%s_%s' % (partner.id, 'technician' if is_technician else 'customer')
            feed = feeds._load_records([{'xml_id': name, 'values': {'x_partner_id': partner.id, 'x_is_technician': is_technician, 'x_secret': secret}}])
    elif do == 'revoke' and feed:
        feed.write({'x_secret': False})
    return feed
