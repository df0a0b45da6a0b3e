"""Build the wheel, install it in an empty environment elsewhere, and look at the app it starts."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


# A book of the first version, brought up to date by the steps in the wheel, then saved into and written as a file.
BOOK = """
from pathlib import Path
from blends import open_book, read_brief
from blends.keeping import engine, where
old = engine._engine(engine._read_url("sqlite:///book.db"))
with old.execution_options(writes=True).begin() as connection:
    engine.upgrade(connection, "0001")
book = open_book("sqlite:///book.db")
print(book.save(read_brief({}), "One").number, book.write("book.json"), where.local_path())
assert (Path(engine.__file__).parent / "book.schema.json").exists()
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Return what a command printed; fails when it fails. Nothing of this checkout is on its path."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def main() -> None:
    """Try the wheel; raises where anything is missing."""
    with tempfile.TemporaryDirectory() as folder:
        elsewhere = Path(folder)
        run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", elsewhere, ROOT, cwd=elsewhere)
        (wheel,) = elsewhere.glob("*.whl")
        venv.create(elsewhere / "env", with_pip=True)
        programs = elsewhere / "env" / "bin"
        run(programs / "pip", "install", "-q", "-c", ROOT / "constraints.txt", wheel, cwd=elsewhere)
        code = "from blends import read_catalogue; c = read_catalogue(); print(len(c.oils), len(c.base_oils))"
        print("tables:", run(programs / "python", "-c", code, cwd=elsewhere).strip())
        print("book:", run(programs / "python", "-c", BOOK, cwd=elsewhere).strip())
        print("version:", run(programs / "equal-parts", "--version", cwd=elsewhere).strip())
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [programs / "equal-parts", "--server.headless=true", f"--server.port={port}"],
            cwd=elsewhere,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            look(f"http://127.0.0.1:{port}/")
        finally:
            server.terminate()
            server.wait(15)
        with socket.socket() as again:  # whoever stops the command stops the app
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", port))


def look(address: str) -> None:
    """Check that the app answers with its own theme and fonts."""
    for _ in range(120):
        try:
            urllib.request.urlopen(address + "_stcore/health", timeout=1)
            break
        except OSError:
            time.sleep(0.25)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(color_scheme="light")
        page.goto(address)
        page.locator(".ep-foot").wait_for(state="attached")
        facts = page.evaluate(
            """() => ({
                background: getComputedStyle(document.querySelector('.stApp')).backgroundColor,
                body: getComputedStyle(document.querySelector(".st-key-recipe")).fontFamily,
                fonts: [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family),
            })"""
        )
        browser.close()
    print("app:", facts)
    assert facts["background"] == "rgb(251, 248, 242)", "the theme is missing"
    assert {"Literata", "Commissioner"} <= {name.strip('"') for name in facts["fonts"]}, "the fonts are missing"


if __name__ == "__main__":
    main()
