"""The access matrix: every page × method × role × relation to the child, and the answer each must give.

An area says in `tests/access.py` what its pages are about and which permission they ask (pages.py has the words).
law.py works out the answer from the role table and the facts, slowly; walking.py asks the service.
"""
