def visit_uid(visit, uuid):
    # What calendars know it by, for good. Whoever has not seen it cannot work it out, and so answers for nobody else.
    mark = env['mail.thread'].sudo()._encode_link('supportdesk appointment', {'id': visit.id})[:16]
    return '%s.%s@%s' % (visit.x_reference or visit.id, mark, uuid)
