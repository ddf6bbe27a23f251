"""Adult services asked, answering, and meeting the young person."""
