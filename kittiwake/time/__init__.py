"""Moments, London days, durations, working and school days as sums. Pure: no database, and no page.

The law counts in days of London, and Python compares moments of anywhere: whoever asks "which day" asks here.
"""
