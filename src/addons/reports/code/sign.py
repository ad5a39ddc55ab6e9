def sign_report(partner):
    # It ends the mails to one contact and does nothing else, so it need not expire.
    return env['mail.thread'].sudo()._encode_link('supportdesk report', {'partner': partner.id})[:40]
