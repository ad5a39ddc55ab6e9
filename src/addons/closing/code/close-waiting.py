# Notices, chasers, closings and questions for a rating that are due. Each ticket in a transaction of its own, with what
# mails tell of it: whenever this dies, nothing was done by half, and nothing is done twice.
{{fire_mail}}


{{find_rule}}


def quote(ticket):
    # What the customer is to answer: the desk's last word.
    message = ticket.x_last_message_id
    return '<blockquote data-o-mail-quote="1">%s</blockquote>' % message.body if message.body else ''


def deal(ticket, what, when, fire_mail, quote):
    now = datetime.datetime.now()
    if what == 'notice':
        notice = env.ref('{{notice}}', raise_if_not_found=False)
        fire_mail('reminded', ticket, {'x_key': 'notice-%s-%s' % (ticket.id, when), 'x_template_id': notice.id if notice else False})
        ticket.write({'x_noticed_at': now})
    elif what == 'chaser':
        fire_mail('reminded', ticket, {'x_key': 'chaser-%s-%s' % (ticket.id, when), 'x_note': quote(ticket)})
        ticket.write({'x_chased_at': now})
    else:
        words = say('closing.closed', env.company.partner_id.lang, {})
        ticket._track_set_author(env.ref('base.partner_root'))
        # One mail, and not a second one that calls it solved.
        ticket.with_context(supportdesk_no_mail=True).write({'x_state': '{{done}}', 'x_rating_ask': 'itself'})
        ticket._message_log_batch(bodies={ticket.id: words}, author_id=env.ref('base.partner_root').id)
        fire_mail('closed', ticket, {'x_key': 'closed-%s-%s' % (ticket.id, when)})


def ask_rating(ticket, rule, fire_mail):
    # A share of the tickets, told by their numbers, so that it comes out the same whoever asks; and nobody too often.
    now = datetime.datetime.now()
    recent = [('x_partner_id', '=', ticket.x_partner_id.id), ('x_rating_asked_at', '>=', now - datetime.timedelta(days=rule.x_rating_pause))]
    if ticket.id * 7919 % 100 >= rule.x_rating_share:
        ticket.write({'x_rating_ask': 'sample'})
    elif rule.x_rating_pause and ticket.with_context(active_test=False).search_count(recent, limit=1):
        ticket.write({'x_rating_ask': 'recent'})
    else:
        fire_mail('rating', ticket, {'x_key': 'rating-%s' % ticket.id})
        ticket.write({'x_rating_ask': 'asked', 'x_rating_asked_at': now})


def follow(tickets, rules, limit):
    # Some of those that wait follow what rules say now; how far they have come is written with them. How many it were.
    waiting = tickets.search([('x_state', '=', '{{waiting}}'), ('id', '>', min(rules.mapped('x_followed_to')))], order='id', limit=limit)
    waiting.modified(['x_unheld_at'])
    # Now, and not when the call ends: then Odoo would write a line into the chatter of each.
    waiting.mapped('x_closes_at')
    rules.write({'x_followed_to': max(waiting.ids or [0]), 'x_is_followed': len(waiting) == limit})
    return len(waiting)


asked = env.context.get('{{asked}}')
changed = env['x_support.closing_rule'].sudo().with_context(active_test=False).search([('x_is_followed', '=', True)]) if asked else False
if changed:
    followed = follow(model.sudo().with_context(mail_notrack=True), changed, asked['limit']) if asked['do'] == 'work' else 1
    action = {'found': 0, 'followed': followed, 'more': True}
elif asked:
    now = datetime.datetime.now()
    limit = asked['limit']
    tickets = model.sudo()
    closing = tickets.search([('x_closing_due_at', '<=', now)], order='x_closing_due_at, id', limit=limit)
    rating = tickets.search([('x_rating_due_at', '<=', now)], order='x_rating_due_at, id', limit=limit)
    action = {'found': len(closing) + len(rating), 'followed': 0, 'more': limit in (len(closing), len(rating))}
    if asked['do'] == 'work':
        rules = env['x_support.closing_rule'].sudo().search([])
        for ticket in closing | rating:
            try:
                if ticket in closing:
                    # By the hours and holidays of today: they may have changed since it was planned.
                    ticket.modified(['x_unheld_at'])
                    if ticket.x_closing_due_at and ticket.x_closing_due_at <= now:
                        deal(ticket, ticket.x_closing_next, ticket.x_closing_due_at.strftime('%Y%m%d%H%M%S'), fire_mail, quote)
                if ticket in rating:
                    ask_rating(ticket, find_rule(ticket.x_team_id, rules), fire_mail)
                env.cr.commit()
            except Exception as problem:
                env.cr.rollback()
                # What two changed at once is taken up again; what cannot be closed waits for a person and holds up nobody.
                if 'serialize' not in str(problem):
                    ticket.write({'x_closing_is_held': True} if ticket in closing else {'x_rating_ask': 'failed'})
                    ticket._message_log_batch(bodies={ticket.id: say('closing.failed', env.company.partner_id.lang, {'problem': str(problem)[:500]})})
                    env.cr.commit()
