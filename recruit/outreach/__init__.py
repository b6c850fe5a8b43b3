"""From match to mail: draft, approve, send, suppress."""
