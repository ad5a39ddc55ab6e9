# A calendar that somebody subscribed to: a technician's own appointments, or those that a customer's record rules show.
{{visit_event}}


asked = env.context.get('{{asked}}')
if asked:
    action = {'text': False, 'etag': ''}
    feed = env['x_support.appointment.feed'].sudo().search([('x_secret', '=', asked['secret'])], limit=1) if asked['secret'] else False
    person = feed and feed.x_partner_id
    # Whose access was taken away sees nothing any more.
    users = person.user_ids.filtered('active') if person and person.active else env['res.users']
    user = users.filtered(lambda one: not one.share)[:1] if feed and feed.x_is_technician else users.filtered('share')[:1]
    if user:
        now = datetime.datetime.now()
        spoken = person.lang or 'en_US'
        shown = [('x_scheduled_date', '>=', now - datetime.timedelta(days={{days}})), ('x_status', '!=', 'cancelled')]
        if feed.x_is_technician:
            shown.append(('x_technician_id', '=', user.id))
        else:
            shown = list(env['ir.rule'].with_user(user.id)._compute_domain('x_support.appointment', 'read')) + shown
        visits = model.sudo().with_context(lang=spoken).search(shown, order='x_scheduled_date, id', limit={{most}})
        world = visit_world()
        events = [visit_event(visit, feed.x_is_technician, world) for visit in visits]
        name = '%s – %s' % (world['company'].name, person.name)
        text = ics_calendar('PUBLISH', events, visit_zone(person), name)
        etag = env['mail.thread'].sudo()._encode_link('supportdesk calendar', {'text': text})[:32]
        # Who knows it already needs no more than to be told so.
        action = {'text': '' if etag == asked.get('known') else text, 'etag': etag}
