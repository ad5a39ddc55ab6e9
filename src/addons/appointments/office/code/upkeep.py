now = datetime.datetime.now()
# Odoo's scheduler runs it as whoever applied, who may not make all of it.
appointments = env['{{appointment}}'].sudo().with_context(active_test=False)

# What was cancelled long ago leaves the screens; whoever looks among the archived finds it.
days = int(env['ir.config_parameter'].sudo().get_param('{{archive_days}}') or '{{usual_days}}')
if days > 0:
    before = now - datetime.timedelta(days=days)
    old = appointments.search([('x_active', '=', True), ('x_status', '=', 'cancelled'), ('x_cancelled_at', '<', before)], limit=1000)
    if old:
        old.write({'x_active': False})

# What wizards left behind.
yesterday = now - datetime.timedelta(days=1)
for model in ('{{booking}}', '{{cancellation}}'):
    env[model].sudo().search([('create_date', '<', yesterday)], limit=1000).unlink()

# Weeks of the company, as people there count them; those before may still change, and what is older stays.
zone = timezone(env.company.resource_calendar_id.tz or env.company.partner_id.tz or 'UTC')


def to_utc(day):
    midnight = zone.localize(datetime.datetime(day.year, day.month, day.day))
    return datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=int(midnight.timestamp()))


def name_week(monday):
    # A week belongs to the year of its Thursday.
    thursday = monday + datetime.timedelta(days=3)
    return '%d-W%02d' % (thursday.year, (thursday - datetime.date(thursday.year, 1, 1)).days // 7 + 1)


today = timezone('UTC').localize(now).astimezone(zone).date()
monday = today - datetime.timedelta(days=today.weekday())
weeks = env['{{week}}'].sudo()
for ago in range({{weeks}}):
    day = monday - datetime.timedelta(days=7 * ago)
    begins = to_utc(day)
    ends = to_utc(day + datetime.timedelta(days=7))
    found = appointments.search([('x_scheduled_date', '>=', begins), ('x_scheduled_date', '<', ends)])
    agreed = found.filtered(lambda one: one.x_status != 'cancelled')
    values = {
        'x_begins': begins,
        'x_ends': ends,
        'x_agreed': len(agreed),
        'x_completed': len(agreed.filtered(lambda one: one.x_status == 'completed' and not one.x_is_no_show)),
        'x_no_shows': len(agreed.filtered('x_is_no_show')),
        'x_cancelled': len(found) - len(agreed),
        'x_hours': sum(agreed.mapped('x_duration')),
        'x_lead_hours': sum([(one.x_scheduled_date - one.create_date).total_seconds() / 3600 for one in agreed if one.x_scheduled_date > one.create_date]),
    }
    line = weeks.search([('x_day', '=', day)], limit=1)
    if line:
        line.write(values)
    elif found:
        weeks.create(dict(values, x_name=name_week(day), x_day=day))
