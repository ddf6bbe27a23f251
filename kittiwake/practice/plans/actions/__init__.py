"""What somebody agreed to do in a plan."""
