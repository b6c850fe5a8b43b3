"""The record of work: a row in PostgreSQL is the ledger, the broker only a bell."""
