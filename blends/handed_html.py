"""Handed -> its picture and files as links, for the page: any replica answers them (serving/routes.py)."""

from html import escape

from blends.handed import Handed

FILES = (
    ("PDF, A6", "card.pdf", ""),
    ("PDF, A4", "card.pdf", "&paper=a4"),
    ("PDF, Letter", "card.pdf", "&paper=letter"),
    ("Picture", "card.png", ""),
    ("Text", "card.txt", ""),
    ("CSV", "card.csv", ""),
    ("JSON", "card.json", ""),
    ("Cooklang", "card.cook", ""),
)


def files_of(handed: Handed, page: str = "") -> list[tuple[str, str]]:
    """Return the name and the address of each file. page: the path of the app, such as "/oils/"."""
    return [(name, f"{page}{file}?{handed.query}{more}") for name, file, more in FILES]


def files_html(handed: Handed, page: str) -> str:
    """Return the picture for a chat and the files of the card as links."""
    links = files_of(handed, page)
    picture = escape(f"{page}card.png?{handed.query}")
    card = f'<a href="{escape(f"{page}card?{handed.query}")}" target="_blank">Open the card</a>'
    files = "".join(f'<a href="{escape(address)}" download>{escape(name)}</a>' for name, address in links)
    size = 'width="1080" height="1350" loading="lazy"'
    return (
        f'<div class="ep-handed"><img src="{picture}" alt="{escape(handed.heading)}: '
        f'{escape(handed.description)}" {size}><p>{card}{files}</p></div>'
    )
