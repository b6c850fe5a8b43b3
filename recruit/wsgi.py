"""The door for gunicorn."""

import logging
import os

from django.core.wsgi import get_wsgi_application

from recruit.tenancy.quiet import WithoutKeys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "recruit.settings")

# a log of every path, where somebody turns it on, has a handler of gunicorn's own
logging.getLogger("gunicorn.access").addFilter(WithoutKeys())
application = get_wsgi_application()
