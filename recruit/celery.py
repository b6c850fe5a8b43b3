"""The Celery application: the bell that tells workers of rows in the Job table, nothing more.

Settings that TRUST.md measured: late acknowledgement and rejection of lost workers (0 of 600 tasks lost under
kill -9), prefetch 1, JSON only, no result backend. Three queues of jobs, so that nobody's click waits behind an import:
`interactive`, `bulk`, and `embed`, whose single worker alone holds the embedding model. A fourth, `sweep`, carries the
clock's bell alone, and its worker does nothing else: a ranking may take minutes, a lost job is noticed in seconds.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "recruit.settings")

app = Celery("strata")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["recruit.journeys"])
