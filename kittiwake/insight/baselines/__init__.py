"""From which month on a chart judges by what was usual since: set by a person who says why, and never by itself."""
