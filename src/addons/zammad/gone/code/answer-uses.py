action = {'uses': uses}
