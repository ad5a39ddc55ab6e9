# To whomever their team's rule gives them, but not to whom they are taken from.
tickets = records.sudo().with_context(mail_notrack=True).filtered(lambda ticket: ticket.x_team_id.x_assign_by not in (False, 'manual'))
left = [[ticket.id, ticket.x_user_id.id] for ticket in tickets]
for team in tickets.mapped('x_team_id'):
    theirs = tickets.filtered(lambda ticket: ticket.x_team_id == team)
    theirs.write({'x_user_id': False})
    env.ref('{{assign}}').sudo().with_context({{left}}=left, active_model='{{ticket}}', active_id=theirs.ids[0], active_ids=theirs.ids).run()
