asked = env.context.get('{{asked}}')
if asked:
    tickets = model.sudo().with_context(active_test=False, mail_notrack=True, {{all_at_once}}=True).browse(asked['tickets']).exists()
    # As if they had been rated: figures hang on that, and little else does.
    tickets.modified(['x_rating'])
    # Now, and in this context.
    tickets.mapped('x_figures_id')
    action = {'count': len(tickets)}
