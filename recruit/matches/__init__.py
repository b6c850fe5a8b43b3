"""Runs, matches, evidence and decisions of people."""
