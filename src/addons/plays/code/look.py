{{play}}


{{describe}}


# The same as in the form, for whoever has none.
record.write(show_play(record))
action = show_dialog(record, '{{form}}', say('plays.play', env.user.lang, {}))
