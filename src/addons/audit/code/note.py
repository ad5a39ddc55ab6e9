note = env.ref('__supportdesk__.action_audit_note', raise_if_not_found=False)
if note:
    note.sudo().with_context(active_model='x_support.audit', active_id=False, active_ids=[], supportdesk_audited={'model': records._name, 'ids': records.ids, 'what': '{{what}}'}).run()
