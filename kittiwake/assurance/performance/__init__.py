"""Figures that answer for the service: reports for members, published and kept as they were, and the questions asked of them.

A report is about themes, which areas declare beside their measures. Its figures are counted at one moment, with the cases
behind them, and what is published never changes: it is replaced by a later report, or withdrawn, and each says why.
Duty: local government is answerable to members who are no statisticians; scrutiny by the lead member for children's
services (Children Act 2004, section 19). How a figure is worked out is `insight`; what the measures are, the areas.
"""
