"""Members and roles, companies, API keys: who may see what."""
