def why_blocked(partner):
    # Why nothing automatic goes to an address; False where it may.
    blocks = env['x_support.mail_block'].sudo()
    address = partner.email_normalized
    if not address:
        return 'address'
    local, at, domain = address.partition('@')
    names = ['*@' + domain, local + '@*', local.partition('+')[0] + '@*', local.partition('-')[0] + '-*@*']
    known = blocks.with_context(active_test=False).search([('x_name', '=', address)], limit=1)
    if known.x_active:
        return known.x_reason
    # Whoever was allowed again is, whatever their address looks like.
    if not known:
        pattern = blocks.search([('x_name', 'in', names)], limit=1)
        if pattern:
            return pattern.x_reason
    return False
