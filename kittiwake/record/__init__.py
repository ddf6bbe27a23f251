"""Who and where: children, the people around them, homes, teams, workers; and Entry, the spine.

Anything with a duty or a deadline is practice and lives above. `Entry` is one line on a child's chronology; each
practice record is an entry plus its own typed table.
"""
