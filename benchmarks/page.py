"""Print how fast the page answers, beside a stock Streamlit page, in one interleaved run: `python benchmarks/page.py`.

First visits in fresh browsers, clicks on the first question, and 10 and 50 visitors who never stop clicking. Quote the
last column: on a shared machine only what was measured in turn compares. It takes about four minutes and needs
Chromium, and Linux for time of the processor and memory.
"""

import asyncio
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median, quantiles
from typing import Any

from busy import busy
from serving import ROOT, start, wait_for

VISITS, CLICKS, WARM_UP = 5, 40, 8
QUIET = 250  # ms without a change: settled; no part of a figure
WATCH = """(() => {
  const watch = window.watch = { clicked: 0, changed: 0 };
  addEventListener("click", (event) => Object.assign(watch, { clicked: event.timeStamp, changed: 0 }), true);
  const answers = ({ target, type }) => {  // what Streamlit greys while it waits is no answer
    const element = target.nodeType === 1 ? target : target.parentElement;
    return element?.closest("[data-testid=stMain]") && !(type === "attributes" && element.hasAttribute("data-stale"));
  };
  new MutationObserver((records) => { if (records.some(answers)) watch.changed = performance.now(); })
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})()"""
SETTLED = f"""() => {{
  const app = document.querySelector("[data-testid=stApp]");
  const waits = !app || /running|initial|Requested/.test(app.dataset.testScriptState)
    || document.querySelector("[data-testid=stSkeleton], [data-testid=stAppSkeleton]");
  return !waits && watch.changed > 0 && performance.now() - watch.changed > {QUIET};
}}"""
OPTIONS = "[data-testid=stMain] [data-testid=stButtonGroup] >> nth=0 >> button"
ASKED = {  # how often ours may go into theirs; of memory, in MB
    "click to last change, p50": 1.1,
    "click to last change, p95": 1.25,
    "server CPU a click": 0.45,
    "reruns a second, 10 visitors": 2,
    "reruns a second, 50 visitors": 3,
    "first visit": 1.6,
    "first visit, bytes": 1.12,
    "first visit, requests": 1.35,
    "memory before any visitor": 130,
    "memory after 50 visitors": 190,
}


@dataclass
class Side:
    """A served page and what was measured on it, each under the name of its row."""

    name: str
    script: Path
    port: int = 0
    pid: int = 0
    measured: dict[str, list[float]] = field(default_factory=dict)
    sent: list[bytes] = field(default_factory=list)

    def note(self, row: str, figure: float) -> None:
        """Keep one figure of a row."""
        self.measured.setdefault(row, []).append(figure)


def main() -> None:
    """Measure both pages in turn, then print the table."""
    sides = [Side("ours", ROOT / "blend_app.py"), Side("stock", Path(__file__).with_name("stock.py"))]
    with served(sides), browser() as chromium:
        for turn in range(VISITS):
            for side in sides[:: 1 - 2 * (turn % 2)]:
                first_visit(chromium, side)
        clicks(chromium, sides)
    with served(sides):  # processes that nobody has visited
        for side in sides:
            side.note("memory before any visitor, MB", memory_mb(side.pid))
        for visitors in (10, 50):
            rates = asyncio.run(busy([(side.port, side.sent) for side in sides], visitors))
            for side, rate in zip(sides, rates, strict=True):
                side.note(f"reruns a second, {visitors} visitors", rate)
                side.note(f"memory after {visitors} visitors, MB", memory_mb(side.pid))
    table(*sides)


@contextmanager
def served(sides: list[Side]) -> Iterator[None]:
    """Serve both pages until the block ends."""
    processes = []
    try:
        for side in sides:
            process, side.port = start(side.script)
            side.pid = process.pid
            processes.append(process)
        for side in sides:
            wait_for(side.port)
        yield
    finally:
        for process in processes:
            process.terminate()
            process.wait(10)


@contextmanager
def browser() -> Iterator[Any]:
    """Run Chromium until the block ends."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield running
        running.close()


def visit(chromium: Any, side: Side) -> Any:  # noqa: ANN401 - playwright is imported late
    """Return the page of `side` in a browser that has never seen it, not yet opened."""
    page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(WATCH)
    return page


def first_visit(chromium: Any, side: Side) -> None:  # noqa: ANN401
    """Note time to the last change, bytes and requests of a first visit; the first one of a process apart."""
    page, wire = visit(chromium, side), []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda told: wire.append(told["encodedDataLength"]))
    page.goto(f"http://127.0.0.1:{side.port}/", wait_until="commit")
    page.wait_for_function(SETTLED)
    again = "first visit" in side.measured or "first visit of a process, ms" in side.measured
    side.note("first visit, ms" if again else "first visit of a process, ms", page.evaluate("watch.changed"))
    side.note("first visit, bytes, kB", sum(wire) / 1000)
    side.note("first visit, requests", len(wire))
    page.context.close()


def clicks(chromium: Any, sides: list[Side]) -> None:  # noqa: ANN401
    """Note what a click on the next option of the first question costs, the pages in turn."""
    pages, heard = [], {side.name: [] for side in sides}
    for side in sides:
        page = visit(chromium, side)
        page.on("websocket", lambda socket, side=side: listen(socket, side, heard[side.name]))
        page.goto(f"http://127.0.0.1:{side.port}/")
        page.wait_for_function(SETTLED)
        pages.append(page)
    for turn in range(-WARM_UP, CLICKS):
        for side, page in list(zip(sides, pages, strict=True))[:: 1 - 2 * (turn % 2)]:
            page.bring_to_front()
            options = page.locator(OPTIONS)
            option = options.nth((turn + WARM_UP + 1) % options.count())
            heard[side.name].clear()
            if turn < 0:
                side.sent.clear()
            before = cpu_ms(side.pid)
            option.click()
            page.wait_for_function(SETTLED)
            page.wait_for_timeout(100)  # until the server has cleared up, too
            if turn >= 0:
                side.note("click to last change, ms", page.evaluate("watch.changed - watch.clicked"))
                side.note("bytes a click, kB", sum(heard[side.name]) / 1000)
                side.note("server CPU a click, ms", cpu_ms(side.pid) - before)
    for page in pages:
        page.context.close()


def listen(socket: Any, side: Side, heard: list[int]) -> None:  # noqa: ANN401
    """Keep what the page sends, to be sent again by busy visitors, and count what it hears."""
    socket.on("framereceived", lambda frame: heard.append(len(frame)))
    socket.on("framesent", lambda frame: side.sent.append(frame) if isinstance(frame, bytes) else None)


def cpu_ms(pid: int) -> float:
    """Return the time of the processor that a process has taken [ms], in ticks of 10 ms: only its mean says much."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid: int) -> float:
    """Return the memory that is a process's own [MB]."""
    rows = dict(line.split(":") for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    return sum(int(rows[row].split()[0]) for row in ("Private_Clean", "Private_Dirty")) / 1000


def table(ours: Side, stock: Side) -> None:
    """Print a row for each measure: ours, the stock page, how often the one goes into the other, and what is asked."""
    print(f"\n{'':34}{'ours':>10}{'stock':>10}{'ratio':>8}{'asked':>8}")
    for row, figures in ours.measured.items():
        ways = {"": median}
        if row.startswith("click"):
            ways = {", p50": median, ", p95": lambda all_: quantiles(all_, n=20)[-1]}
        elif "CPU" in row:
            ways = {"": mean}
        for which, way in ways.items():
            name, _, unit = row.rpartition(", ") if row.endswith((", ms", ", kB", ", MB")) else (row, "", "")
            a, b = way(figures), way(stock.measured[row])
            asked = ASKED.get(name + which, "")
            print(f"{f'{name}{which} {unit}':34}{a:10.1f}{b:10.1f}{a / b if b else 0:8.2f}{asked:>8}")


if __name__ == "__main__":
    sys.exit(main())
