"""What setting up a checkout is made of: its packages, its front end, how programs are run, and the notes that are left."""
