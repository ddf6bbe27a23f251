"""Where a plan is weak: advice for whoever writes it, which stops nobody."""
