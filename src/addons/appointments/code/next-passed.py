{{ticket}}


# What has begun is no longer to come: the next one that is agreed takes its place, or none.
passed = [('x_next_appointment_at', '<=', datetime.datetime.now())]
note_next(model.sudo().with_context(active_test=False).search(passed, limit=1000), 0)
