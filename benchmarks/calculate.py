"""Print the median time of reading the tables, reading a brief, and calculating, writing and typesetting a card."""

from statistics import median
from timeit import repeat

from blends import calculate, read_brief, read_catalogue
from blends.showing import output
from blends.showing.card import write_card
from blends.showing.html import recipe_html


def main() -> None:
    """Measure each step; quote the medians, the machine may be shared."""
    catalogue = read_catalogue()
    texts = {"effect": "warming", "base": "olive", "bottle": "100 ml", "dilution": "2 %"}
    brief = read_brief(texts)
    result = calculate(brief, catalogue)
    card = write_card(result)
    steps = {
        "read_catalogue, checked": (read_catalogue, 3),
        "read_brief": (lambda: read_brief(texts), 300),
        "calculate": (lambda: calculate(brief, catalogue), 300),
        "card and HTML": (lambda: recipe_html(write_card(result)), 300),
        "PDF, A6": (lambda: output.pdf(card), 5),
    }
    for name, (step, number) in steps.items():
        print(f"{name:24} {1000 * median(repeat(step, number=number, repeat=7)) / number:9.3f} ms")


if __name__ == "__main__":
    main()
