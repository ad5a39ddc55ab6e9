{{ticket}}


for record in records:
    visit = record.sudo()
    event = visit.x_event_id
    # Apart first: on its own nobody may delete it.
    visit.write({'x_event_id': False})
    event.with_context(no_mail_to_attendees=True, dont_notify=True).unlink()
    note_next(visit.x_ticket_id, visit.id)
