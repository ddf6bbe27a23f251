"""What an area puts on the pages that cut across areas: each part is declared by its area, and arranged by `desk`."""
