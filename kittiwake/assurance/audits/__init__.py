"""Audits that change something for the child: sampling, marking, moderation, and actions whose effect is seen."""
