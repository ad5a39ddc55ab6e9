{{visit_feed}}


asked = env.context.get('{{asked}}')
if asked:
    action = {'secret': visit_feed(env['res.partner'].browse(asked['partner']), False, asked['do']).x_secret or False}
