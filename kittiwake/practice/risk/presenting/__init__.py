"""A risk that a child lives with: opened, judged again, closed; every plan answers it."""
