"""What people say: short questions without names, answered by workers, partners, children and families, and what was done."""
