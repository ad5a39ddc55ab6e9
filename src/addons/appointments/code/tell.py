{{fire_mail}}


def tell_visit(event, visit):
    # Written in the transaction of what happened; nothing where the matrix of mails tells nobody of it.
    untold = env.context.get('{{untold}}') or []
    quiet = event == 'visit_confirmed' and not visit.x_send_confirmation_email or event == 'visit_reminder' and not visit.x_send_reminder_email
    if quiet and 'customer' not in untold:
        untold = untold + ['customer']
    if visit.x_ticket_id and len(untold) < 2:
        actor = env.context.get('{{actor}}') or env.user.partner_id.id
        note = visit.x_cancel_note if event in ('visit_cancelled', 'visit_declined') else env.context.get('{{reason}}')
        only = 'desk' if 'customer' in untold else 'outside' if untold else False
        fire_mail(event, visit.x_ticket_id, {
            'x_key': '%s-%s-%s' % (event, visit.id, visit.x_revision),
            'x_about_id': visit.id,
            'x_customer_id': visit.x_customer_id.id,
            'x_person_id': visit.x_technician_id.id,
            # Customers want it in writing, and in their calendar, though they did it themselves.
            'x_actor_id': actor if actor != visit.x_customer_id.id else False,
            'x_only': only,
            'x_note': note and '<p>%s</p>' % note.replace('&', '&amp;').replace('<', '&lt;').replace('\n', '<br/>'),
        })
