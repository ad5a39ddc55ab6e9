{{names}}


{{undo_use}}


lang = env.user.lang
uses = {{uses}}
todo = uses.filtered(lambda use: not use.x_undone_at and use.x_text_as != 'description')
if not todo:
    raise UserError(say('plays.nothingToUndo', lang, {}))
lines = []
for use in todo.sorted('id', reverse=True):
    name = use.x_ticket_id.x_ticket_ref or use.x_ticket_id.x_name
    if len(todo) == 1:
        left = undo_use(use)
    else:
        savepoint = env.cr.savepoint()
        try:
            left = undo_use(use)
            savepoint.close(rollback=False)
        except Exception as problem:
            savepoint.close(rollback=True)
            if 'serialize' in str(problem):
                raise problem
            left = [str(problem)[:300]]
    if left:
        lines.append('%s: %s' % (name, ', '.join(left)))
message = say('plays.undone', lang, {'count': len(todo)})
if lines:
    message += ' ' + say('plays.left', lang, {'what': '; '.join(lines[:20])})
action = {
    'type': 'ir.actions.client',
    'tag': 'display_notification',
    'params': {'type': 'warning' if lines else 'success', 'message': message, 'sticky': bool(lines), 'next': {'type': 'ir.actions.act_window_close'}},
}
