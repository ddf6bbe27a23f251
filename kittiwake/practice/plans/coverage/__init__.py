"""Which standing risks the plans answer, leave for a reason, or say nothing about."""
