"""The command line: one tool, readable help, exit codes that mean something.

0 done · 1 done, but something needs a person · 2 refused.
"""
