"""Time with a child: planned, held or missed; a visit the law asks for is one of them."""
