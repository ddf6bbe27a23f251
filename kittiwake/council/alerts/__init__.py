"""What somebody is told: at once, of what cannot wait, and once a day, that something waits for them.

Which event cannot wait, and whom it tells, its own area says (`history.kinds.EventKind.tells`). Here everybody finds what
they were told, says how they are told by mail and when not, and an administrator sees what could not be delivered. A mail
says nothing about a child; whoever has left, or sees the child no longer, gets none.
"""
