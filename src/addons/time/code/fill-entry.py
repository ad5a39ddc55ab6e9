# What nobody said: who it was, when, and whether it is billed.
for record in records:
    values = {}
    if not record.x_user_id:
        values['x_user_id'] = record.create_uid.id
    if not record.x_date:
        values['x_date'] = datetime.date.today()
    if not record.x_coverage:
        values['x_coverage'] = 'covered' if record.x_type_id and not record.x_type_id.x_is_billable else 'billable'
    if values:
        record.write(values)
