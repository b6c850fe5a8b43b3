"""The demo world: people, companies and postings written for Strata, and the script that prints their resumes."""
