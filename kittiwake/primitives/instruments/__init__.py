"""Questionnaires: reviewed, versioned files, and what was answered to them.

A published file in `library/` is never edited: its sum stands in `library/published.txt`, and a file that differs is
refused at start. A change is a new version. Answers keep the wording they answered. The score is worked out by
`rules`, pure, and explained line by line; what it means for a child is a person's judgement and belongs to an area.
"""
