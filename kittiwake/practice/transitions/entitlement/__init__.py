"""What a young person is entitled to as a care leaver, and since when."""
