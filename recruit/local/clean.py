"""Remove what Strata keeps on this machine: database, broker, mail, files, logs. `make clean` runs it.

It uses the standard library alone, so that it works when the virtual environment is gone.
"""

import os
import shutil
import sys
from pathlib import Path

from recruit.local.errors import LocalServiceError
from recruit.local.preflight import only_instance

_ROOT = Path(__file__).resolve().parent.parent.parent


def clean(home: Path) -> None:
    """Remove the folder unless Strata runs from it."""
    if not home.exists():
        return
    with only_instance(home, told="it is being removed"):
        shutil.rmtree(home)


def main() -> None:
    """Remove the folder that STRATA_HOME names, .strata otherwise."""
    try:
        clean(Path(os.environ.get("STRATA_HOME") or _ROOT / ".strata").resolve())
    except LocalServiceError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
