# Each ticket once, however many ways lead to it.
for record in self:
    linked = record.x_linked_ids | record.x_parent_id | record.x_child_ids | record.x_duplicate_of_id | record.x_duplicate_ids
    linked |= record.x_blocked_by_ids | record.x_blocks_ids | record.x_split_from_id | record.x_split_ids | record.x_merged_ids
    record['x_link_count'] = len(linked - record)
