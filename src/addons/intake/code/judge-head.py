asked = env.context.get('supportdesk_mail')
entry = record.sudo()
message = env['mail.message'].sudo().browse(asked['message'])
tickets = env['x_support.ticket'].sudo()
people = env['res.partner'].sudo()
parameter = env['ir.config_parameter'].sudo().get_param

# The head of the mail, as it came.
original = env['ir.attachment'].sudo().browse(env.context.get('{{original}}') or message.attachment_ids.filtered(lambda file: file.name == 'original_email.eml')[:1].ids)
source = b64decode(original.datas).decode('utf-8', 'replace').replace('\r\n', '\n') if original else ''
head = {}
for line in source.split('\n\n')[0].replace('\n ', ' ').replace('\n\t', ' ').split('\n'):
    name = line.split(':')[0].strip().lower()
    said = line[len(line.split(':')[0]) + 1:].strip()
    head[name] = (head[name] + ', ' + said) if head.get(name) else said
addresses_in = lambda text: [
    part.split('<')[-1].split('>')[0].strip().strip('"\'').lower()
    for part in (text or '').replace(';', ',').replace('\n', ',').split(',')
    if '@' in part
]
# Odoo reads no address that ends in a dot. Where it reads no Message-ID either, it has ended the head at a line that is none: such a mail
# is held until the service has repaired it.
is_cut = head.get('message-id') and (message.message_id or '').endswith('@localhost>')
address = (addresses_in(message.email_from) or ([] if is_cut else addresses_in(head.get('from'))) or [''])[0].strip('.')
towards = addresses_in(head.get('to')) + addresses_in(head.get('cc'))
envelope = addresses_in(head.get('delivered-to')) + addresses_in(head.get('x-original-to')) + addresses_in(head.get('envelope-to'))

# Who wrote: a machine says so in the head. No list of words.
submitted = head.get('auto-submitted', 'no').lower()
suppress = head.get('x-auto-response-suppress', 'none').lower()
precedence = head.get('precedence', '').lower()
answered_by_machine = (
    submitted.startswith('auto-replied')
    or bool(head.get('x-autoreply') or head.get('x-autorespond') or head.get('x-autoreply-from'))
    or precedence == 'auto_reply'
)
by_machine = (
    answered_by_machine
    or not submitted.startswith('no')
    or not suppress.startswith('none')
    or precedence in ('bulk', 'junk', 'list')
    or bool(head.get('list-id') or head.get('list-unsubscribe') or head.get('x-loop'))
)
