# Whoever may read a line may do this to it: their own, or as an administrator.
{{visit_feed}}


for record in records:
    record.check_access('read')
    visit_feed(record.x_partner_id, record.x_is_technician, '{{do}}')
