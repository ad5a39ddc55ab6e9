def sign_reply(ticket_id):
    return env['mail.thread'].sudo()._encode_link('supportdesk reply', {'ticket': ticket_id})[:16]

def reply_address(ticket_id, address):
    local, at, domain = (address or '').strip().lower().rpartition('@')
    signed = '%s+t%s-%s' % (local, ticket_id, sign_reply(ticket_id))
    return '%s@%s' % (signed, domain) if at and len(signed) <= 64 else address

def find_replied_ticket(address):
    local = (address or '').strip().lower().rpartition('@')[0]
    number, dash, mac = local.rpartition('+t')[2].rpartition('-')
    if '+t' not in local or not dash or not number.isdigit() or len(number) > 9:
        return False
    return int(number) if mac == sign_reply(int(number)) else False
