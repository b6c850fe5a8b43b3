"""Structured resumes (JSON Resume, LinkedIn export, Europass XML): a plain text to quote from, and stated values.

Each format becomes one tree in the shape of JSON Resume (`matching.tree`). The tree is written out as the resume that
a person would have typed, so that quotes, blinding, passages and evidence work as for any other file; beside the
text stand the values themselves with the place where each was written. Turned down: a profile built straight from
the values, because then nothing could be quoted and a second path would lead into the ranking.
"""
