"""An interview was offered, and what was answered."""
