"""Roles and what they ask."""
