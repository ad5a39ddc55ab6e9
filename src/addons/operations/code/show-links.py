linked = record.x_linked_ids | record.x_parent_id | record.x_child_ids | record.x_duplicate_of_id | record.x_duplicate_ids
linked |= record.x_blocked_by_ids | record.x_blocks_ids | record.x_split_from_id | record.x_split_ids | record.x_merged_ids
linked -= record
action = {
    'type': 'ir.actions.act_window',
    'name': say('operations.linkedTo', env.user.lang, {'ticket': record.x_ticket_ref or record.display_name}),
    'res_model': 'x_support.ticket',
    'views': [(False, 'list'), (False, 'kanban'), (False, 'form')],
    'domain': [('id', 'in', linked.ids)],
    'context': {'active_test': False},
}
if len(linked) == 1:
    action['views'] = [(False, 'form')]
    action['res_id'] = linked.id
