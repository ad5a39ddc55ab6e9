# The ticket that one of its own reply addresses leads to: `support+t42-1f2b1ac96a7cb63c@…`. Only this Odoo can sign them.
sign_reply = lambda ticket: env['mail.thread'].sudo()._encode_link('supportdesk reply', {'ticket': ticket})[:16]
tag_of = lambda address: (address or '').strip().lower().split('@')[0].split('+t')
signed_by = lambda number, mac: int(number) if number.isdigit() and len(number) < 10 and mac == sign_reply(int(number)) else False
find_replied_ticket = lambda address: len(tag_of(address)) > 1 and signed_by(tag_of(address)[-1].split('-')[0], tag_of(address)[-1].split('-')[-1])
