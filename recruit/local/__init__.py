"""Everything that runs Strata on one machine with nothing prepared.

Embedded PostgreSQL and Valkey, the supervisor that starts and stops every process of the product, the mail sink
and the demo world. Nothing here is needed where DATABASE_URL, REDIS_URL and EMAIL_URL name real servers.
"""
