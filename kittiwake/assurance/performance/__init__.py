"""Figures that answer for the service: reports for members, published and kept as they were, and the questions asked of them."""
