"""Every component in every state, to look at and to test. Installed in a demo only."""
