# What fell into the pause is not made up for.
for record in records:
    tz = record.x_calendar_id.tz or env.company.partner_id.tz or 'UTC'
    today = timezone('UTC').localize(datetime.datetime.now().replace(microsecond=0)).astimezone(timezone(tz)).date()
    yesterday = today - datetime.timedelta(days=1)
    if not record.x_opened_until or record.x_opened_until < yesterday:
        record.write({'x_opened_until': yesterday})
