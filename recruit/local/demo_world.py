"""The demo world, loaded once: `manage.py demo` runs as a program of its own and its last line names the logins.

What it said is kept beside the data, readable only by whoever runs Strata, so that later starts can name the logins
again. The keys and passwords are of the demo alone. Each database has a file of its own: what was said of one does not
hold in another.
"""

import hashlib
import json
import os
import re
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from recruit.local.journal import Journal, bar
from recruit.local.programs import ROOT
from recruit.local.watched import Watched

Logins = dict[str, object]
_STEP = re.compile(r"(?P<done>\d+) of (?P<all>\d+)")


def file_for(home: Path, *, database: str) -> Path:
    """Return where the logins of this database are kept; an empty address is the embedded one."""
    parts = urlsplit(database)
    named = f"{parts.hostname}:{parts.port}{parts.path}"
    return home / (f"demo-{hashlib.sha256(named.encode()).hexdigest()[:16]}.json" if database else "demo.json")


def remembered(path: Path) -> Logins | None:
    """Return the logins of a demo world that was loaded before."""
    if not path.exists():
        return None
    found = json.loads(path.read_text(encoding="utf-8"))
    return found if isinstance(found, dict) else None


def hold(logins: Logins, *, address: str) -> bool:
    """Ask the running pages whether the company's key is known: somebody may have emptied a database of their own."""
    company = logins.get("company")
    key = company.get("api_key", "") if isinstance(company, dict) else ""
    request = urllib.request.Request(f"{address}/api/v1/postings", headers={"Authorization": f"Bearer {key}"})  # noqa: S310
    try:
        urllib.request.urlopen(request, timeout=10).close()  # noqa: S310 - our own address
    except OSError:
        return False
    return True


class Loading:
    """The demo world while it is being loaded; ask `running` now and then, `logins` afterwards."""

    def __init__(self, path: Path, *, environment: Mapping[str, str], journal: Journal) -> None:
        self._path = path
        self._journal = journal
        self._last = ""
        command = [sys.executable, str(ROOT / "manage.py"), "demo"]
        self._program = Watched(command, environment=environment, on_line=self._show)
        self.running = self._program.running

    def stop(self) -> None:
        """Give up; what was loaded stays, and the next start goes on."""
        self._program.stop()
        self._journal.progress("")

    def logins(self) -> Logins | None:
        """Return and remember the logins; nothing where it failed."""
        status = self._program.status()
        self._journal.progress("")
        found = _logins(self._last)
        if status != 0 or found is None:
            self._journal.say("The demo world could not be loaded; everything else runs. The next start tries again.")
            return None
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump(found, stream)
        return found

    def _show(self, line: str) -> None:
        """Show a line as it comes; the JSON with the passwords goes into no log."""
        self._last = line
        if line.startswith("{"):
            return
        step = _STEP.search(line)
        if step is None:
            self._journal.say(line, name="demo")
        else:
            self._journal.progress(bar(line, done=int(step["done"]), of=int(step["all"])), name="demo")


def _logins(line: str) -> Logins | None:
    try:
        found = json.loads(line)
    except json.JSONDecodeError:
        return None
    return found if isinstance(found, dict) else None
