asked = env.context.get('{{records}}')
if asked:
    for record in asked['records']:
        module = record['xml_id'].split('.')[0]
        # What no module can be called, and is neither what we deploy nor what Odoo names itself.
        if not (module.startswith('__') and module.endswith('__')) or module in ('__supportdesk__', '__export__', '__import__'):
            raise UserError('%s is no external ID of an import' % record['xml_id'])
    action = {'ids': env[asked['model']].with_context(asked['context'])._load_records(asked['records']).ids}
