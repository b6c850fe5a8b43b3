"""The whole hostile set through the jail's reader: `python -m tests.hostile [--flips 200]`; a minute or two.

Prints how the files of each kind ended, and the slowest; ends with status 1 when one has no stated outcome.
"""

import argparse
import sys
from collections import Counter
from itertools import chain

from tests.matching.documents.hostile import bombs, disguises, flipped, loops, truncated
from tests.matching.documents.sacrifice import CRASHED, outcomes


def main() -> int:
    """Sweep and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--flips", type=int, default=200, help="damaged copies a format (default: 200)")
    flips = parser.parse_args().flips
    groups = {
        "bombs": bombs(),
        "loops": loops(),
        "disguises": disguises(),
        "cut short": truncated(),
        "flipped": flipped(flips),
    }
    ended = {group: list(outcomes(files)) for group, files in groups.items()}
    for group, found in ended.items():
        counted = Counter(each.slug for each in found)
        told = ", ".join(f"{slug} {count}" for slug, count in counted.most_common())
        sys.stdout.write(f"{group:<10} {len(found):>5} files: {told}\n")
    everything = list(chain.from_iterable(ended.values()))
    slowest = max(everything, key=lambda each: each.seconds)
    crashed = [each.name for each in everything if each.slug == CRASHED]
    sys.stdout.write(f"slowest: {slowest.name}, {slowest.seconds:.1f} s of CPU\nkilled their reader: {crashed}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
