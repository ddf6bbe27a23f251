"""What is done to the adults and places that harm children: which power, on whom, how far it came, and what it changed.

A tactic is about a target, never about a child: the children it is meant to make safer are linked to it, each by a line
on their own record, so that whoever may see one of them learns of the tactic and not of the others. How far it came is
rows, each with who and when. Source: Home Office, Child exploitation disruption toolkit (2022).
"""
