# One of a transaction is enough.
cron = env.ref('__supportdesk__.cron_mail').sudo()
if not env['ir.cron.trigger'].sudo().search_count([('cron_id', '=', cron.id), ('create_date', '>=', env.cr.now())], limit=1):
    cron._trigger()
