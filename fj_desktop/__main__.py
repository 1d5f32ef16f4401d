"""``python -m fj_desktop``: the same as the command ``fj-desktop``."""

import sys

from fj_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
