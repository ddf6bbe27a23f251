"""Every child has a worker, at every moment: who takes over, who covers, how it was handed over."""
