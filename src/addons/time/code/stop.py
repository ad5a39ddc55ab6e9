def stop_timers(entries):
    # Whole minutes, and at least one.
    now = datetime.datetime.now()
    for entry in entries:
        minutes = max(1, int(round((now - entry.x_started_at).total_seconds() / 60.0)))
        entry.write({'x_started_at': False, 'x_hours': entry.x_hours + minutes / 60.0})
