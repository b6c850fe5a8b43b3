"""The append-only record of facts: audit trail and source of webhooks."""
