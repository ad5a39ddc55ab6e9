def find_untold(wizard):
    # Who is not to be told of it, by their roles.
    return [role for role, is_told in (('customer', wizard.x_tell_customer), ('technician', wizard.x_tell_technician)) if not is_told]
