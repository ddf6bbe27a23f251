"""One child’s part of a meeting: what was said and decided about them, and what follows."""
