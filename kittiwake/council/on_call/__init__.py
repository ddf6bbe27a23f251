"""Who is on call, from when to when: the evening and weekend rota.

A manager sets it. Whoever is on call is told at once of what cannot wait (`alerts`), whatever the
hour. It opens no child's record: that stays as the rule has it (`access`).
"""
