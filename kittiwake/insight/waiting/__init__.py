"""What takes longer than a page may: a worker counts it for whoever asked, and the page shows how far it is."""
