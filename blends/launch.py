"""The command `equal-parts`: start the app with its own theme, fonts and settings."""

import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent


def app_path() -> Path:
    """Return blend_app.py: inside the package once installed, beside it in a checkout."""
    inside = PACKAGE / "app" / "blend_app.py"
    return inside if inside.exists() else PACKAGE.parent / "blend_app.py"


def main() -> int:
    """Run the app until it is stopped; words after `equal-parts` go to streamlit, as in `--server.port 8600`."""
    command = [sys.executable, "-m", "streamlit", "run", str(app_path()), *sys.argv[1:]]
    try:
        return subprocess.call(command)  # noqa: S603 - our own interpreter and file, the user's own options
    except KeyboardInterrupt:
        return 0
