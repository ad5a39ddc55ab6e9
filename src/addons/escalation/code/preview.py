{{clock}}


{{moments}}


{{rounds}}


# What a level would come to, as if it had always held. Nothing is done.
conditions = find_conditions()
calendars = env['resource.calendar'].sudo()
team_hours = find_team_hours()
known = {}
now = to_seconds(datetime.datetime.now())
tickets = env['{{ticket}}'].sudo().search([('x_state', '!=', '{{done}}')], order='id desc', limit={{limit}})
soon = 0
past = 0
for ticket in tickets:
    if fits(record, ticket):
        moments = [moment for run, moment in find_moments(read_ticket(ticket), record)]
        if moments and min(moments) <= now:
            past += 1
        elif moments and min(moments) <= now + 86400:
            soon += 1
lang = env.user.lang
text = say('escalation.preview', lang, {'open': len(tickets), 'soon': soon, 'past': past})
if len(tickets) == {{limit}}:
    text += ' ' + say('escalation.preview.newest', lang, {'limit': {{limit}}})
action = {
    'type': 'ir.actions.client',
    'tag': 'display_notification',
    'params': {'title': record.x_name, 'message': text, 'sticky': True, 'type': 'info'},
}
