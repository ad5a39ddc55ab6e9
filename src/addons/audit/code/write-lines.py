# A line for each field that changed, with what stood there before. What Odoo works out, and what the desk itself counts, is
# no setting.
def show(record, name, value, kind):
    if not value and kind not in ('boolean', 'integer', 'float'):
        return ''
    if kind == 'boolean':
        return say('audit.yes' if value else 'audit.no', lang, {})
    if kind == 'many2one':
        return value.display_name or ''
    if kind in ('one2many', 'many2many'):
        return ', '.join(sorted([one.display_name or '' for one in value]))
    if kind == 'selection':
        labels = env['ir.model.fields.selection'].sudo().with_context(lang=lang).search([('field_id.model', '=', record._name), ('field_id.name', '=', name), ('value', '=', value)])
        return labels[:1].name or value
    text = str(value)
    if kind == 'html':
        text = ' '.join(value.striptags().split())
    return text if len(text) <= 500 else text[:499] + '…'


def find_way():
    # While an apply of this account holds its lease, it is who writes.
    since = datetime.datetime.now() - datetime.timedelta(minutes=3)
    lease = env['ir.model.data'].sudo().search([('module', '=', '__supportdesk_lease__'), ('name', '=', 'apply')], limit=1)
    if lease and lease.write_uid.id == env.uid and lease.write_date >= since:
        return 'apply'
    return 'service' if env.user.has_group('__supportdesk__.group_service') and not env.user.has_group('__supportdesk__.group_administrator') else 'person'


asked = env.context.get('supportdesk_audited')
lang = env.company.partner_id.lang or 'en_US'
if asked:
    records = env[asked['model']].sudo().with_context(active_test=False).browse(asked['ids'])
    fields = env['ir.model.fields'].sudo().with_context(lang=lang).search([('model', '=', asked['model']), ('store', '=', True), ('readonly', '=', False), ('compute', '=', False), ('related', '=', False), ('ttype', '!=', 'one2many')], order='id')
    labels = dict([(field.name, field.field_description) for field in fields])
    kinds = dict([(field.name, field.ttype) for field in fields])
    before = env.context.get('old_values') or {}
    kind = env['ir.model'].sudo().search([('model', '=', asked['model'])])
    common = {'x_at': datetime.datetime.now(), 'x_user_id': env.uid, 'x_by': find_way(), 'x_kind': kind.id, 'x_model': asked['model']}
    lines = []
    for record in records:
        line = dict(common, x_name=record.display_name or '/', x_record=record.id)
        if asked['what'] == 'deleted':
            lines.append(dict(line, x_what='deleted'))
        elif record.id not in before:
            lines.append(dict(line, x_what='created'))
        else:
            for name in before[record.id]:
                if name in labels and before[record.id][name] != record[name]:
                    old = show(record, name, before[record.id][name], kinds[name])
                    new = show(record, name, record[name], kinds[name])
                    if old != new:
                        lines.append(dict(line, x_what='changed', x_field=labels[name], x_before=old, x_after=new))
    if lines:
        env['x_support.audit'].sudo().create(lines)
