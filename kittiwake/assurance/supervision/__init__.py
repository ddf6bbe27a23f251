"""Supervision: prepared by what happened to the children, kept in two parts, driving the plan."""
