"""What a carer would tell the police, kept beforehand."""
