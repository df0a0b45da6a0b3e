"""`python -m blends`: start the app, the same as the command `equal-parts`."""

import sys

from blends.launch import main

if __name__ == "__main__":
    sys.exit(main())
