user = env.user
# Only people at the desk can be asked. A customer's mail and the portal must not fail on what they cannot write.
is_asked = user.has_group('base.group_user') and not user.has_group('{{service}}') and env.uid != 1
for record in records:
    stage = record.x_stage_id
    is_missing = not (record.x_close_reason or '').strip()
    if stage.x_asks == 'solution':
        # What Odoo's editor leaves behind where a text was deleted is no text.
        solution = record.x_solution
        is_missing = not solution or ('<img' not in solution and not solution.striptags().strip())
    if is_missing and is_asked:
        names = {'stage': stage.x_name, 'ticket': record.x_ticket_ref or record.x_name}
        raise UserError(say('stages.asks.%s' % stage.x_asks, user.lang, names))
    if is_missing and stage.x_asks == 'reason' and env.context.get('{{asked}}'):
        record.write({'x_close_reason': say('stages.byCustomer', user.lang, {})})
