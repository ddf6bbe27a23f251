"""What others publish: England, regions, councils. Shown beside our own figures, of their year and never as targets."""
