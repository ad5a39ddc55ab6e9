def find_hours(calendar, start, end):
    # Opening hours as (from, to) in seconds since 1970. None: day and night, as for a calendar without hours.
    if not calendar.attendance_ids:
        return None
    utc = datetime.timezone.utc
    hours = calendar._work_intervals_batch(start.replace(tzinfo=utc), end.replace(tzinfo=utc))[False]
    # The end of a day is its last microsecond.
    return [(int(opens.timestamp() + 0.5), int(closes.timestamp() + 0.5)) for opens, closes, line in hours]


def find_leaves(users, start, end):
    # When each is away, by Odoo's calendars: approved time off stands there, too.
    leaves = {user.id: [] for user in users}
    asked = [('resource_id.user_id', 'in', users.ids), ('date_from', '<', end), ('date_to', '>', start)]
    for leave in env['resource.calendar.leaves'].sudo().search(asked):
        leaves[leave.resource_id.user_id.id].append((leave.date_from.timestamp(), leave.date_to.timestamp()))
    return leaves
