today = datetime.date.today()
for record in self:
    value = record.cost
    months = record.x_depreciation_months
    bought = record.x_purchased_on
    if bought and months > 0:
        passed = (today.year - bought.year) * 12 + today.month - bought.month
        if today.day < bought.day:
            passed -= 1
        passed = min(max(passed, 0), months)
        value = record.cost - max(record.cost - record.x_residual_value, 0.0) * passed / months
    record['x_book_value'] = value
