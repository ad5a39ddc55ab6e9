def sign_answer(ticket, kind, expires, secret):
    # Good for one ticket, one customer and one kind of answer, until it expires or the links of the ticket are revoked.
    customer = ticket.x_partner_id
    parts = {'ticket': ticket.id, 'kind': kind, 'expires': expires, 'secret': secret, 'customer': customer.id, 'company': customer.commercial_partner_id.id}
    return env['mail.thread'].sudo()._encode_link('supportdesk answer', parts)[:40]
