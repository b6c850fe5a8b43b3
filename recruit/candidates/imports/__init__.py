"""Many resumes at once, from a folder, a ZIP or a CSV: listed first, then taken in row by row through the one door.

The ledger is a table: the source is listed as ImportRows in one transaction, and each row is then received
(`recruit.candidates.intake`) and marked in a transaction of its own, under a lock on that row. So a process that is
killed at any row loses none and doubles none, two processes may work on one import, and progress is a query. (Turned
down: a cursor in the source, which cannot say what became of the rows before it; and one large transaction, which
gives everything back at the last row's failure.)

An import is recognised by the SHA-256 of its ZIP or CSV, or of a folder's listing (path, size, time of change of each
file): the same source started again goes on where the unfinished import stopped. Reading is the ordinary journey on
the bulk queue. A row never leads to the person whom it brought in: who knows the file's name would know who is meant
by an alias, and review begins blind.
"""
