{{names}}


{{undo_uses}}


{{try_together}}


lang = env.user.lang
uses = {{uses}}
todo = uses.filtered(lambda use: not use.x_undone_at and use.x_text_as != 'description').sorted('id', reverse=True)
if not todo:
    raise UserError(say('plays.nothingToUndo', lang, {}))
left = {}
refused = []
if len(todo) == 1:
    undo_uses(todo, left)
rest = todo if len(todo) > 1 else todo.browse()
while rest:
    # Of one ticket the latest is taken back first, and what came before it after that.
    turn = rest.browse()
    tickets = []
    for use in rest:
        if use.x_ticket_id.id not in tickets:
            tickets.append(use.x_ticket_id.id)
            turn |= use
    rest -= turn
    for place in range(0, len(turn), {{chunk}}):
        try_together(turn.ids[place:place + {{chunk}}], lambda ids: undo_uses(todo.browse(ids), left), [], refused)
for number, why in refused:
    left[number] = [why]
lines = []
for use in todo:
    if left[use.id]:
        lines.append('%s: %s' % (use.x_ticket_id.x_ticket_ref or use.x_ticket_id.x_name, ', '.join(left[use.id])))
message = say('plays.undone', lang, {'count': len(todo) - len(refused)})
if lines:
    message += ' ' + say('plays.left', lang, {'what': '; '.join(lines[:20])})
action = {
    'type': 'ir.actions.client',
    'tag': 'display_notification',
    'params': {'type': 'warning' if lines else 'success', 'message': message, 'sticky': bool(lines), 'next': {'type': 'ir.actions.act_window_close'}},
}
