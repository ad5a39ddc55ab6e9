asked = env.context.get('{{records}}')
if asked:
    action = {'ids': env[asked['model']].with_context(asked['context'])._load_records(asked['records']).ids}
