# Reminders that are due, each in a transaction of its own together with what tells of it: whenever this dies, none goes out
# twice, and after a pause what is still to come is reminded of.
{{tell}}


def text_message(visit, say):
    # Where Odoo has text messages, the type wants them, and the customer has a number; Odoo sends them, and says where it cannot.
    customer = visit.x_customer_id
    number = customer.mobile or customer.phone
    if 'sms.sms' not in env or not visit.x_type_id.x_reminder_sms or not number or not visit.x_send_reminder_email:
        return
    lang = customer.lang or 'en_US'
    zone = customer.tz or env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id.tz or 'UTC'
    moments = env['ir.qweb.field.datetime'].with_context(lang=lang, tz=zone)
    day = env['ir.qweb.field.date'].with_context(lang=lang, tz=zone).value_to_html(visit.x_scheduled_date, {'format': 'full'})
    clock = moments.value_to_html(visit.x_scheduled_date, {'time_only': True, 'hide_seconds': True, 'tz_name': zone})
    body = say('visit.sms', lang, {'day': day, 'time': clock, 'company': env.company.name, 'reference': visit.x_reference})
    env['sms.sms'].sudo().create({'number': number, 'body': body, 'partner_id': customer.id})
    queue = env.ref('sms.ir_cron_sms_scheduler_action', raise_if_not_found=False)
    if queue:
        queue.sudo()._trigger()


def remind(visit, now, say):
    # What was agreed after the moment for a reminder was told a moment ago, and what has begun needs none.
    told = [('x_about_id', '=', visit.id), ('x_event', 'in', ['visit_confirmed', 'visit_moved']), ('create_date', '>=', visit.x_remind_at)]
    if visit.x_scheduled_date > now and not env['x_support.mail_event'].sudo().search_count(told, limit=1):
        tell_visit('visit_reminder', visit)
        text_message(visit, say)
    visit.write({'x_reminded_for': visit.x_scheduled_date})


asked = env.context.get('{{asked}}')
if asked:
    now = datetime.datetime.now()
    visits = model.sudo().search([('x_remind_at', '<=', now)], order='x_remind_at, id', limit=asked['limit'])
    action = {'found': len(visits), 'more': len(visits) == asked['limit']}
    if asked['do'] == 'work':
        for visit in visits:
            try:
                # By the hours of today: its type may have changed since.
                visit.modified(['x_reminded_for'])
                if visit.x_remind_at and visit.x_remind_at <= now:
                    remind(visit, now, say)
                env.cr.commit()
            except Exception as problem:
                env.cr.rollback()
                # What two changed at once is taken up again; what cannot be told holds up nobody.
                if 'serialize' not in str(problem):
                    visit.write({'x_reminded_for': visit.x_scheduled_date})
                    visit._message_log_batch(bodies={visit.id: say('visit.remindFailed', env.company.partner_id.lang, {'problem': str(problem)[:500]})})
                    env.cr.commit()
