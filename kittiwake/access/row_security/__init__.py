"""Row-level security: made from what each model declares (policies.py), and looked at afterwards (check.py)."""
