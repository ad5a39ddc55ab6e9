{{show_split}}


ticket = record
lang = env.user.lang
if ticket.x_merged_into_id:
    raise UserError(say('operations.isMerged', lang, {'ticket': ticket.x_ticket_ref or '', 'into': ticket.x_merged_into_id.x_ticket_ref or ''}))
ticket.check_access('write')
messages = env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', '=', ticket.id), {{movable}}], order='date desc, id desc', limit={{limit}})
if not messages:
    raise UserError(say('operations.nothingSaid', lang, {'ticket': ticket.x_ticket_ref or ''}))
dialog = env['{{split}}'].create({'x_ticket_id': ticket.id, 'x_user_id': ticket.x_user_id.id, 'x_seen': max(messages.ids)})
lines = []
for message in messages:
    words = ' '.join(message.body.striptags().split()) if message.body else message.subject or ''
    lines.append({
        'x_split_id': dialog.id,
        'x_message_id': message.id,
        'x_date': message.date,
        'x_author': message.author_id.name or message.email_from,
        'x_name': words[:{{longest}}],
        'x_is_note': bool(message.is_internal or message.subtype_id.internal),
        'x_file_count': len(message.attachment_ids),
    })
env['{{line}}'].create(lines)
# The latest of a customer is what most often belongs elsewhere.
theirs = messages.filtered(lambda one: one.author_id.partner_share)[:1]
choose_message(dialog, theirs or messages[0], 'one')
action = show_split(dialog)
