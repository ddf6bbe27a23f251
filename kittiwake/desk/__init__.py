"""Pages that cut across areas: my work, the child's page and chronology, the board of broken links, search.

It composes. Where a page here would have to decide something, that decision belongs to an area.
"""
