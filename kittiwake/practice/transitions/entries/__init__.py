"""The page of each kind of entry about growing up."""
