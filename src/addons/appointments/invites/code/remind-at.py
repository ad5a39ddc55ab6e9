for record in self:
    moment = False
    hours = record.x_type_id.x_reminder_hours
    is_agreed = record.x_status == 'confirmed' and record.x_active and record.x_scheduled_date
    # Once for each time that is agreed: another time is reminded of anew.
    if is_agreed and hours > 0 and record.x_reminded_for != record.x_scheduled_date:
        moment = record.x_scheduled_date - datetime.timedelta(minutes=int(round(hours * 60)))
    record['x_remind_at'] = moment
