for record in self:
    items = record.x_checklist_ids
    record['x_checklist_progress'] = '%s/%s' % (len(items.filtered('x_is_done')), len(items)) if items else False
