"""Where a care leaver lives."""
