{{sign}}


{{why_blocked}}


{{find_address}}


def last_month(now, zone):
    # The month that ended last on somebody's clock: its first day, and when it, the next one and the year up to it begin, in UTC.
    here = dateutil.tz.gettz('UTC').localize(now).astimezone(zone)
    year, month = (here.year, here.month - 1) if here.month > 1 else (here.year - 1, 12)
    begins = []
    for months in (0, 1, -11):
        at = year * 12 + month - 1 + months
        local = zone.localize(datetime.datetime(at // 12, at % 12 + 1, 1))
        begins.append(str(local.astimezone(dateutil.tz.gettz('UTC')))[:19])
    return datetime.date(year, month, 1), begins


def find_limit(partner, rules):
    # What a customer's own rules show them; whoever has no login sees what they would with one.
    user = partner.user_ids[:1]
    if user:
        return rules.with_user(user)._compute_domain('x_support.ticket', 'read')
    mine = partner if partner.x_own_tickets_only else partner.commercial_partner_id
    own = [('x_partner_id', 'child_of', mine.id)]
    return ['|'] + own + [('x_contact_ids', 'in', partner.ids)] if partner.x_is_ticket_contact else own


def tell_hours(hours, language):
    if hours is False or hours is None:
        return say('reports.nothing', language, {})
    minutes = int(round(hours * 60))
    if minutes < 60:
        return say('reports.minutes', language, {'minutes': minutes})
    return say('reports.hours', language, {'hours': minutes // 60, 'minutes': minutes % 60})


def tell_share(share, language):
    if share is False or share is None:
        return say('reports.nothing', language, {})
    return say('reports.share', language, {'share': int(round(share))})


def tell_stars(stars, count, language):
    if not count:
        return say('reports.nothing', language, {})
    return say('reports.stars', language, {'stars': str(round(stars, 1)).replace('.0', ''), 'count': count})


def tell(limit, begin, end, language):
    # The same figures as the page's, of what was opened and what was closed in a stretch of time.
    tickets = env['x_support.ticket'].sudo()
    alive = [('x_merged_into_id', '=', False)] + limit
    opened = alive + [('x_opened_at', '>=', begin), ('x_opened_at', '<', end)]
    closed = alive + [('x_state', '=', '{{done}}'), ('x_closed_at', '>=', begin), ('x_closed_at', '<', end)]
    judged = tickets.read_group(opened, ['__count', 'x_first_hours:avg', 'x_kept_share:avg', 'x_rating_stars:avg', 'ratings:count(x_rating_id)'], [], lazy=False)[0]
    return {
        'opened': judged['__count'],
        'closed': tickets.search_count(closed),
        'first': tell_hours(judged['x_first_hours'], language),
        'kept': tell_share(judged['x_kept_share'], language),
        'stars': tell_stars(judged['x_rating_stars'], judged['ratings'], language),
    }


asked = env.context.get('{{asked}}')
if asked:
    now = env.cr.now()
    # Where the day begins first.
    newest, begins = last_month(now, dateutil.tz.gettz('Pacific/Kiritimati'))
    wanting = [('x_wants_report', '=', True), ('id', '>', asked['after']), '|', ('x_reported_month', '=', False), ('x_reported_month', '<', newest)]
    partners = model.sudo().search(wanting, order='id', limit=asked['limit'])
    template = env.ref('{{template}}', raise_if_not_found=False)
    company = env['res.company'].sudo().search([], order='sequence, id', limit=1)
    parameters = env['ir.config_parameter'].sudo()
    portal = parameters.get_param('{{portal}}') or parameters.get_param('web.base.url') or ''
    address = find_address(env['x_support.team'], company)
    bare = address.rpartition('<')[2].replace('>', '').strip()
    sender = '"%s" <%s>' % (company.name.replace('"', ''), bare)
    written = 0
    for partner in partners:
        zone = dateutil.tz.gettz(partner.tz or company.resource_calendar_id.tz or 'UTC')
        month, begins = last_month(now, zone)
        known = partner.x_reported_month
        if not template or not bare or known and known >= month or why_blocked(partner):
            continue
        language = partner.lang or company.partner_id.lang or 'en_US'
        limit = find_limit(partner, env['ir.rule'])
        href = '%s/supportdesk/report/%s/%s' % (portal, partner.id, sign_report(partner))
        report = {
            'month': tell(limit, begins[0], begins[1], language),
            'year': tell(limit, begins[2], begins[1], language),
            'first_day': str(month),
            'report': portal + '/my/report',
            'leave': href,
        }
        words = template.with_context(lang=language, supportdesk_report=report)
        body = words._render_field('body_html', partner.ids, set_lang=language, options={'post_process': True})[partner.id]
        # What was sent stays on the contact, and says there how far it came.
        message = env['mail.message'].sudo().create({
            'subject': words._render_field('subject', partner.ids, set_lang=language)[partner.id],
            'body': body,
            'model': 'res.partner',
            'res_id': partner.id,
            'message_type': 'email_outgoing',
            'author_id': company.partner_id.id,
            'email_from': sender,
            'reply_to': sender,
            'message_id': '<supportdesk-report-%s-%s@%s>' % (str(month)[:7], partner.id, bare.partition('@')[2]),
        })
        env['mail.notification'].sudo().create({'mail_message_id': message.id, 'res_partner_id': partner.id, 'notification_type': 'email', 'notification_status': 'ready', 'is_read': True})
        env['mail.mail'].sudo().create({
            'mail_message_id': message.id,
            'body_html': body,
            'recipient_ids': [(6, 0, partner.ids)],
            'auto_delete': True,
            'is_notification': True,
            # No List-Unsubscribe: Odoo writes a header that is longer than a line as an encoded word, which is no address.
            'headers': "{'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All'}",
        })
        partner.write({'x_reported_month': month})
        written += 1
    if written:
        env.ref('mail.ir_cron_mail_scheduler_action').sudo()._trigger()
    action = {'written': written, 'looked': len(partners), 'last': max(partners.ids or [0])}
