"""Print how fast the card is over HTTP, beside a stock Streamlit page with one control.

First visits in fresh browser profiles, interleaved; new connections to one process; cards never set before.
"""

import asyncio
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from statistics import median

from blends import calculate, read_catalogue, read_link
from blends.showing import chat, output
from blends.showing.handed import hand_on

ROOT = Path(__file__).parent.parent
STORY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
STOCK = Path(__file__).with_name("stock.py")
VISITS, REQUESTS, RATE, SECONDS = 15, 2000, 100, 10
REST = 700  # ms before a visit: closing the last one keeps both cores busy, and a short visit pays more
WORDS = {"card": "Warming", "stock": "You chose"}
SEEN = """(words => {  // by the page's own clock: what drives the browser takes time, too
  const seen = window.seen = { at: 0, fonts: 0 };
  document.fonts.addEventListener("loadingdone", () => { seen.fonts = performance.now(); });
  new MutationObserver(() => {
    if (!seen.at && document.body?.textContent.includes(words)) seen.at = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
})"""
READY = """document.fonts.ready.then(() => {
  const paints = performance.getEntriesByType("paint").map(each => each.startTime);
  return Math.max(seen.at, seen.fonts, ...paints);
})"""


def main() -> None:
    """Start both servers, measure, stop them; quote the medians, the machine may be shared."""
    ours, theirs = start(ROOT / "blend_app.py"), start(STOCK)
    try:
        for _, port in (ours, theirs):
            wait_for(port)
        visits({"card": f"http://127.0.0.1:{ours[1]}/card?{STORY}", "stock": f"http://127.0.0.1:{theirs[1]}/"})
        for kind in ("the same card", "a new card each time"):
            asyncio.run(as_many_as_can(ours[1], kind))
            asyncio.run(at_a_rate(ours[1], kind))
    finally:
        for process, _ in (ours, theirs):
            process.terminate()
            process.wait(10)
    typesetting()


def start(script: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Return a started server and its port; started in the folder of the script, whose settings count, if any."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=script.parent, **quiet), port  # noqa: S603


def wait_for(port: int) -> None:
    """Return once the server is well."""
    for _ in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
            return
        except OSError:
            time.sleep(0.1)


def visits(pages: dict[str, str]) -> None:
    """Print time to words, paint and fonts, and bytes over the wire, of a first visit."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is

    found: dict[str, list[tuple[float, int]]] = {name: [] for name in pages}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for _ in range(VISITS):
            for name, address in pages.items():
                page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
                wire: list[int] = []
                session = page.context.new_cdp_session(page)
                session.send("Network.enable")
                session.on("Network.loadingFinished", lambda told, wire=wire: wire.append(told["encodedDataLength"]))
                page.add_init_script(f"({SEEN})('{WORDS[name]}')")
                page.wait_for_timeout(REST)
                page.goto(address, wait_until="commit")
                page.get_by_text(WORDS[name]).first.wait_for()
                page.wait_for_timeout(400)
                found[name].append((page.evaluate(READY), sum(wire)))
                page.context.close()
        browser.close()
    for name, told in found.items():
        print(
            f"first visit, {name:6} {median(ms for ms, _ in told):7.0f} ms {median(b for _, b in told) / 1000:8.0f} kB"
        )


async def ask(port: int, number: int, kind: str) -> float:
    """Return how long one answer took on a new connection, in ms."""
    title = f"&t={number}" if kind.startswith("a new") else ""
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /card?{STORY}{title} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read(-1)
    writer.close()
    assert answer.startswith(b"HTTP/1.1 200"), answer[:80]  # noqa: S101
    return 1000 * (time.perf_counter() - began)


async def as_many_as_can(port: int, kind: str) -> None:
    """Print the requests a second of eight askers, each on a new connection every time."""
    numbers = iter(range(REQUESTS))

    async def asker() -> None:
        for number in numbers:
            await ask(port, number, kind)

    began = time.perf_counter()
    await asyncio.gather(*(asker() for _ in range(8)))
    print(f"new connections, {kind}: {REQUESTS / (time.perf_counter() - began):.0f} a second")


async def at_a_rate(port: int, kind: str) -> None:
    """Print the median and the 99th percentile at a steady rate."""
    asked = []
    for number in range(RATE * SECONDS):
        asked.append(asyncio.create_task(ask(port, 10_000 + number, kind)))
        await asyncio.sleep(1 / RATE)
    took = sorted(await asyncio.gather(*asked))
    print(f"at {RATE} a second, {kind}: median {median(took):.1f} ms, p99 {took[int(len(took) * 0.99)]:.1f} ms")


def typesetting() -> None:
    """Print the median time of cards never set before."""
    tables = read_catalogue()

    def handed(number: int):  # noqa: ANN202
        query = STORY.replace("100ml", f"{50 + number}ml") + f"&t=Number {number}"
        return hand_on(calculate(read_link(query), tables), "https://equal-parts.example/card")

    forms = {
        "picture for a chat": lambda each: chat.png(each.card),
        "PDF, A6": lambda each: output.pdf(each.card),
        "PDF, A4": lambda each: output.pdf(each.card, "a4"),
    }
    for name, make in forms.items():
        make(handed(0))
        took = []
        for number in range(1, 25):
            card = handed(number)
            began = time.perf_counter()
            made = make(card)
            took.append(1000 * (time.perf_counter() - began))
        print(f"never set before, {name:20} {median(took):6.0f} ms {len(made) / 1000:6.0f} kB")


if __name__ == "__main__":
    main()
