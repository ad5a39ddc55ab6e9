comment = env.ref('mail.mt_comment')
company = env['res.company'].search([], order='sequence, id', limit=1)
blocks = env['x_support.mail_block']
service = env.ref('__supportdesk__.group_service').users.partner_id
offers = env.ref('{{offers}}', raise_if_not_found=False)
limit = int(env['ir.config_parameter'].get_param('{{limit}}') or 20)

spoken = company.partner_id.lang

{{why_blocked}}


def is_suppressed(partner):
    reason = why_blocked(partner)
    if reason:
        return reason
    address = partner.email_normalized
    hour_ago = datetime.datetime.now() - datetime.timedelta(hours=1)
    sent = env['x_support.mail_event'].search_count([('x_told_ids.email_normalized', '=', address), ('x_sent_at', '>=', hour_ago)])
    if sent >= limit and not partner.user_ids.filtered(lambda user: not user.share):
        known = blocks.with_context(active_test=False).search([('x_name', '=', address)], limit=1)
        values = {'x_name': address, 'x_reason': 'loop', 'x_since': datetime.datetime.now(), 'x_active': True}
        known.write(values) if known else blocks.create(values)
        return 'loop'
    return False

def render(template, event, language, zone, more):
    shown = event.x_ticket_id.id if template.model == 'x_support.ticket' else event.x_about_id
    words = template.with_context(lang=language, tz=zone, supportdesk_note=event.x_note, **more)
    subject = words._render_field('subject', [shown], set_lang=language)[shown]
    body = words._render_field('body_html', [shown], set_lang=language, options={'post_process': True})[shown]
    return {'subject': subject, 'body': body}

def store(ticket, files):
    # As files of the ticket; a type may say more than Odoo would guess, such as that a calendar is an invitation.
    stored = env['ir.attachment']
    for name, text, mimetype in files:
        file = stored.create({'name': name, 'datas': b64encode(text.encode()).decode(), 'mimetype': mimetype, 'res_model': ticket._name, 'res_id': ticket.id})
        # Odoo writes types in small letters, which not every program takes for the same.
        file._write_multi([{'mimetype': mimetype}])
        file.invalidate_recordset(['mimetype'])
        stored |= file
    return stored

def bring(event, extra, language, role):
    # What the addon that brought an event has its mails bring along.
    known = {'offer': False, 'files': [], 'zone': False, 'more': {}}
    if extra:
        known.update(extra.with_context(active_model=event._name, active_id=event.id, active_ids=event.ids, lang=language, {{extra_role}}=role).run() or {})
    return known

def company_of(ticket):
    return ticket.x_company_id or company

def send(event, template, extra, customer, people, is_outside):
    # In each language once, and to the customer alone what is offered to them; what goes out stands on the ticket in the
    # words of the first, its customer's.
    ticket = event.x_ticket_id
    # Days are told where the customer is, or the company.
    whose = company_of(ticket)
    zone = customer.tz or 'resource_calendar_id' in whose._fields and whose.resource_calendar_id.tz
    offer = False
    if offers and is_outside and customer in people and not extra:
        offer = offers.with_context(
            active_model='x_support.ticket', active_id=ticket.id, active_ids=ticket.ids,
            lang=customer.lang or 'en_US', tz=zone, {{offer_event}}=event.x_event,
        ).run()
    has_own = bool(offer or extra)
    groups = []
    for person in people:
        group = (person.lang or 'en_US', has_own and is_outside and person == customer)
        if group not in groups:
            groups.append(group)
    for group in groups:
        language = group[0]
        some = []
        for person in people:
            if group == (person.lang or 'en_US', has_own and is_outside and person == customer):
                some.append(person.id)
        along = bring(event, extra, language, 'desk' if not is_outside else 'customer' if group[1] else 'copied')
        words = render(template, event, language, along['zone'] or zone, along['more'])
        message = ticket.with_user(1).with_context(lang=language, {{offer}}=(along['offer'] if extra else offer) if group[1] else False).message_notify(
            partner_ids=some,
            subject=words['subject'],
            body=words['body'],
            attachment_ids=store(ticket, along['files']).ids,
            subtype_xmlid='mail.mt_comment' if is_outside else 'mail.mt_note',
            is_internal=not is_outside,
            email_add_signature=False,
            author_id=whose.partner_id.id,
            # Whatever it is: every mail about a ticket comes from the desk's own address.
            email_from=whose.partner_id.email_formatted or env.user.email_formatted)
        if is_outside:
            # On the ticket like an answer: what is said to it is public, wherever it is said.
            message.sudo().write({'message_type': 'auto_comment' if group == groups[0] else 'user_notification'})
        event.write({'x_message_ids': [(4, message.id)], 'x_told_ids': [(4, person) for person in some]})

def is_hidden(ticket, person):
    # Of those who work here somebody may see few tickets, and is told of no others.
    users = person.user_ids.filtered(lambda user: user.active and user.has_group('{{everybody}}'))
    for user in users:
        if ticket.with_user(user).has_access('read'):
            return False
    return bool(users)

def deal(event):
    ticket = event.x_ticket_id
    rule = env['x_support.mail_rule'].search([('x_event', '=', event.x_event)], limit=1)
    may = {{may}}.get(event.x_event) or (rule.x_may or '').split(' ')
    team = ticket.x_team_id
    customer = event.x_customer_id or ticket.x_partner_id
    assignee = event.x_person_id or ticket.x_user_id
    outside = []
    if rule.x_customer and 'customer' in may:
        outside.append(('customer', customer))
    if rule.x_copied and 'copied' in may:
        outside.append(('copied', ticket.message_partner_ids.filtered('partner_share') - customer))
    desk = []
    if rule.x_assignee and 'assignee' in may:
        desk.append(('assignee', assignee.partner_id))
    if rule.x_team and 'team' in may and not assignee:
        desk.append(('team', team.x_member_ids.partner_id))
    if rule.x_leader and 'leader' in may:
        desk.append(('leader', team.x_leader_id.partner_id))
    # Who follows got the answer itself, and needs no second mail that says there is one.
    heard = env['res.partner']
    if (event.x_key or '').startswith('message-'):
        heard = env['mail.notification'].search([('mail_message_id', '=', int(event.x_key[8:]))]).res_partner_id
    again = event.x_key and env['x_support.mail_event'].search_count([('x_key', '=', event.x_key), ('id', '<', event.id), ('x_state', '!=', 'failed')], limit=1)
    # Its first half may have been told before its customer was known.
    before = event.x_told_ids
    lines = [event.x_told] if before else []
    told = before
    is_meant = bool(before)
    for where, roles, template in [('outside', outside, event.x_template_id or rule.x_template_id), ('desk', desk, rule.x_desk_template_id)]:
        people = env['res.partner']
        for role, partners in roles:
            for person in partners - event.x_actor_id - service - told:
                reason = 'twice' if again else 'other' if event.x_only and event.x_only != where else 'follows' if person in heard else 'template' if not template else 'access' if where == 'desk' and is_hidden(ticket, person) else is_suppressed(person)
                if not reason:
                    people |= person
                    told |= person
                is_meant = is_meant or reason not in ('twice', 'other', 'follows')
                if reason != 'other':
                    why = ' – ' + say('mail.why.' + reason, spoken, {}) if reason else ''
                    lines.append('%s: %s <%s>%s' % (say('mail.role.' + role, spoken, {}), person.name, person.email or '', why))
        if people:
            send(event, template, rule.x_extra_id, customer, people, where == 'outside')
    if not is_meant:
        # Nobody was to be told, or everybody heard it otherwise: no line of the list is worth reading for that.
        event.sudo().unlink()
        return
    event.write({
        'x_state': 'sent' if told else 'nobody',
        'x_only': event.x_only if not before else False,
        'x_told': '\n'.join(lines),
        'x_error': False,
        'x_sent_at': datetime.datetime.now() if told else False,
    })

for event in env['x_support.mail_event'].search([('x_state', '=', 'waiting')], order='id', limit=200):
    try:
        deal(event)
        env.cr.commit()
    except Exception as problem:
        env.cr.rollback()
        # What somebody else changed meanwhile is told anew, as it is by then.
        if 'serialize' not in str(problem):
            event.write({'x_state': 'failed', 'x_error': str(problem)[:2000]})
            env.cr.commit()

# What the mail server did not take, for two days; Odoo itself tries once.
now = datetime.datetime.now()
stuck = env['mail.mail'].search([
    '|', ('mail_message_id.model', '=', 'x_support.ticket'), ('mail_message_id.message_id', '=like', '<supportdesk-report-%'),
    ('state', '=', 'exception'),
    ('failure_type', 'in', [False, 'unknown', 'mail_smtp']),
    ('create_date', '>', now - datetime.timedelta(days=2)),
    ('write_date', '<', now - datetime.timedelta(minutes=10)),
], limit=200)
if stuck:
    stuck.mark_outgoing()
    env.ref('mail.ir_cron_mail_scheduler_action')._trigger()
if env['x_support.mail_event'].search_count([('x_state', '=', 'waiting')], limit=1):
    env.ref('__supportdesk__.cron_mail')._trigger()
