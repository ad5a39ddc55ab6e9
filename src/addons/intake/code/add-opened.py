# What the service unwrapped, read by Odoo as a mail of its own: its files and, where there were none, its words.
entry = record.sudo()
message = env['mail.message'].sudo().browse(env.context.get('supportdesk_opened_message') or [])
post = entry.x_post_id
ticket = entry.x_ticket_id
if message and post:
    files = message.attachment_ids
    files.write({'res_model': 'x_support.ticket', 'res_id': ticket.id})
    # What stood in a text that Odoo cut, or in one whose pictures it did not find, comes once more with the whole of it.
    again = [(file.name, file.checksum) for file in files]
    again += [('attachment', file.checksum) for file in files]
    (post.attachment_ids - files).filtered(lambda file: (file.name, file.checksum) in again).unlink()
    post.write({'attachment_ids': [(4, file.id) for file in files]})
    bare = lambda html: ''.join(part.split('>')[-1] for part in (html or '').split('<')).strip()
    is_lost = lambda html: 'src="cid:' in (html or '')
    if bare(message.body) and (not bare(post.body) or is_cut(post.body) or is_lost(post.body)):
        post.write({'body': message.body})
    if entry.x_decision == 'opened':
        ticket.write({'x_file_ids': [(4, file.id) for file in files]})
        if bare(message.body) and (not bare(ticket.x_description) or is_cut(ticket.x_description) or is_lost(ticket.x_description)):
            ticket.write({'x_description': message.body})
    message.write({'attachment_ids': [(5,)]})
