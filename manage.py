#!/usr/bin/env python3
"""Django's command line, with Strata's settings: a wrong setting or a database that is away is a sentence."""

import io
import os
import sys


def main() -> None:
    """Run the command that the arguments name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "recruit.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    for stream in (sys.stdout, sys.stderr):
        # a file's name may be no UTF-8, and a terminal may know few characters: neither may cost the result
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # `| head` has read enough; the interpreter would complain once more when it flushes at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except OperationalError as error:
        # with a code the server itself has spoken, and the command's own lines are needed to understand it
        if getattr(error.__cause__, "sqlstate", None) is not None:
            raise
        first = str(error).strip().splitlines()[0]
        sys.exit(
            f"This command needs Strata's database, and none lets it in ({first}). Beside a running Strata say first: "
            "set -a; . .strata/environment; set +a. With a database of your own set DATABASE_URL."
        )


if __name__ == "__main__":
    main()
