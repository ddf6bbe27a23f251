"""Writing is never lost: a long form is kept on the server as it is typed, by user, child and occasion.

A draft is gone in the same transaction that submits it. Nothing about a child is kept in the browser.
"""
