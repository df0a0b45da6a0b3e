"""The command `python -m blends.check [folder]`; what it does stands in tables/check.py."""

import sys

from blends.tables.check import main

if __name__ == "__main__":
    sys.exit(main())
