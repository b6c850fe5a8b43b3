"""People and what they gave us."""
