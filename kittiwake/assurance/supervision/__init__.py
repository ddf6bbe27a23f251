"""Supervision: prepared by what happened to the children, kept in two parts, driving the plan.

The personal part (wellbeing, workload, development, leave) is between two people and reaches nobody else, Kittiwake
itself included. The child's part is an entry on that child's file, and its direction is an action with an owner and a
day. How often is a standard: employers' for social workers, local for children and for everybody else. Who fills which
post, and for how long somebody has been newly qualified, is for `workforce`; who works with which child for `allocation`.
"""
