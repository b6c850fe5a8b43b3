"""The product: people, postings, decisions, mail, API and pages. It decides who may be seen; `matching` who is near."""
