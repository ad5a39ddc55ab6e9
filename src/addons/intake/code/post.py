# Puts a mail on its ticket: as the sender’s own word, or as a note that waits or is only filed.
asked = env.context.get('supportdesk_mail')
entry = record.sudo()
message = env['mail.message'].sudo().browse(asked['message'])
# A technician has a mail posted by letting it through, and no other message.
if not env.su and not env.user.has_group('__supportdesk__.group_administrator'):
    record.check_access('write')
    message = message.filtered(lambda one: one.model == record._name and one.res_id == record.id)
people = env['res.partner'].sudo()
is_public = asked['public']
# Odoo’s rules on tickets shall run, though this is one itself.
context = dict(env.context, {{posts}}=True, mail_create_nosubscribe=True, mail_notify_force_send=True)
context.pop('__action_done', None)
context.pop('supportdesk_mail', None)
# As Odoo’s own robot, else it takes whoever let the mail through for its author.
ticket = entry.x_ticket_id.with_user(1).with_context(context).sudo()
files = message.attachment_ids - entry.x_original_id
old = entry.x_post_id
author = entry.x_partner_id if entry.x_reason != 'staff_claim' else people
post = ticket.message_post(
    body=message.body or '',
    body_is_html=True,
    subject=message.subject,
    author_id=author.id,
    email_from=message.email_from,
    message_type='email',
    subtype_xmlid='mail.mt_comment' if is_public else 'mail.mt_note',
    message_id=entry.x_message_id,
    date=message.date,
    attachment_ids=files.ids,
)
# An answer that came too late stands on the ticket that follows.
ticket = ticket.browse(post.res_id)
files.sudo().write({'res_model': 'x_support.ticket', 'res_id': ticket.id})
entry.write({'x_post_id': post.id, 'x_ticket_id': ticket.id})
if entry.x_decision == 'opened':
    ticket.write({'x_file_ids': [(6, 0, files.ids)]})
if old:
    old.write({'attachment_ids': [(5,)]})
    old.unlink()
if is_public:
    # In copy, as on the portal: nobody of another company who has a login, nobody who works here.
    domains = env['mail.alias.domain'].sudo().search([])
    ours = env['mail.alias'].sudo().search([('alias_name', '!=', False)]).mapped('alias_full_name') + domains.mapped('catchall_email') + domains.mapped('bounce_email')
    ours = [one for one in ours if one] + [entry.x_email]
    company = ticket.x_partner_id.commercial_partner_id
    everybody = people.with_context(active_test=False)
    if author and entry.x_reason != 'staff' and not entry.x_is_automatic:
        ticket.message_subscribe(author.ids)
    for address in asked['copy'][:50]:
        local = address.split('@')[0]
        bare = address.replace(local, local.split('+')[0])
        has_it = [('email_normalized', '=', address)]
        shared = ticket.message_partner_ids.filtered(lambda one: one.partner_share)
        if address not in ours and bare not in ours and len(shared) < {{most_followers}}:
            if not everybody.search(has_it + [('user_ids.share', '=', False)], limit=1):
                colleague = people.search(has_it + [('partner_share', '=', True), ('commercial_partner_id', '=', company.id)], order='id', limit=1)
                person = colleague or everybody.search(has_it + [('active', '=', True), ('user_ids', '=', False)], order='id', limit=1)
                if not person and not everybody.search(has_it, limit=1):
                    person = people.create({'name': address, 'email': address})
                ticket.message_subscribe(person.ids)
