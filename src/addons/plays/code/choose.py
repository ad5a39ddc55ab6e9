{{play}}


{{describe}}


action = {'value': show_play(record)}
