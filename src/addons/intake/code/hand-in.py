# A mail as it came, from whoever fetched it. A deployed action, since Odoo takes texts over RPC for UTF-8 and mails are bytes.
asked = env.context.get('{{asked}}')
if asked:
{{store}}
    taken = False
    if not known:
        named = ''
        if not asked.get('message_id'):
            # Base64 is put together where its length is a multiple of three.
            named = 'Message-ID: %s' % identity
            named = b64encode((named + ' ' * ((1 - len(named)) % 3) + '\r\n').encode()).decode()
        taken = env['mail.thread'].sudo().with_context({{original}}=original.id).message_process('x_support.intake', b64decode(named + asked['raw']), save_original=False)
    if not known and not taken:
        # Odoo drops the reports of mails that did not arrive, once it has counted them.
        answer = env.ref('__supportdesk__.action_intake_bounced').sudo().with_context({{bounced}}=dict(asked, original=original.id, message_id=identity)).run()
        taken = answer and answer.get('entry')
    if not original.res_id:
        original.unlink()
    action = {'id': taken or False}
