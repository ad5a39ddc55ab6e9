# What somebody may do at the desk, beside what they might when last looked at. Odoo’s own form for users writes groups in a way
# of its own, so every save is looked at.
groups = env['res.groups'].sudo().search([('category_id', 'in', [env.ref('__supportdesk__.category_support').id, env.ref('__supportdesk__.category_service').id])])
users = {{users}}
now = datetime.datetime.now()
since = now - datetime.timedelta(minutes=3)
lease = env['ir.model.data'].sudo().search([('module', '=', '__supportdesk_lease__'), ('name', '=', 'apply')], limit=1)
way = 'apply' if lease and lease.write_uid.id == env.uid and lease.write_date >= since else 'person'
kind = env['ir.model'].sudo().search([('model', '=', 'res.users')])
for user in users:
    roles = ', '.join(sorted((user.groups_id & groups).mapped('name'))) or '–'
    if (user.x_audited_roles or '–') != roles:
        # Who was there before the audit was is noted once without a line, unless they were just made.
        if user.x_audited_roles or user.create_date >= now - datetime.timedelta(minutes=1):
            env['x_support.audit'].sudo().create({
                'x_name': user.name, 'x_at': now, 'x_user_id': env.uid, 'x_by': way, 'x_what': 'changed', 'x_kind': kind.id, 'x_model': 'res.users', 'x_record': user.id,
                'x_field': say('audit.roles', env.company.partner_id.lang or 'en_US', {}), 'x_before': user.x_audited_roles or '–', 'x_after': roles,
            })
        user._write_multi([{'x_audited_roles': roles}])
        user.invalidate_recordset(['x_audited_roles'])
