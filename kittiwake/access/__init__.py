"""Who may see and do what. Access starts from the viewer.

Role gives what kind of thing; relationship (allocated, team, chain, let in) gives which child; restriction narrows;
break-glass widens for a stated reason, for a time, and tells a manager. Which child somebody sees is written once,
as the SQL functions in rule.sql: the querysets a viewer starts from call them, and so do the row-level security
policies that hold for the application's own database role.
"""
