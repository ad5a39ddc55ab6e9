# The mail as it came, byte for byte: what Odoo keeps itself it writes anew, and fails where bytes and charset disagree. It is
# known by its Message-ID, else by what its bytes add up to.
original = env['ir.attachment'].sudo().create({
    'name': 'original_email.eml', 'datas': asked['raw'], 'mimetype': 'message/rfc822', 'res_model': 'x_support.intake', 'res_id': 0,
})
identity = asked.get('message_id') or '<%s@unnamed.invalid>' % original.checksum
known = (
    env['mail.message'].sudo().search([('message_id', '=', identity)], limit=1)
    or env['x_support.intake'].sudo().search([('x_message_id', '=', identity)], limit=1)
)
