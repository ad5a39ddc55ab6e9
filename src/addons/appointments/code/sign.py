def sign_visit(visit, expires, secret):
    # Good for one visit and one customer, until it expires or its links are revoked.
    customer = visit.x_customer_id
    parts = {'visit': visit.id, 'expires': expires, 'secret': secret, 'customer': customer.id, 'company': customer.commercial_partner_id.id}
    return env['mail.thread'].sudo()._encode_link('supportdesk visit', parts)[:40]
