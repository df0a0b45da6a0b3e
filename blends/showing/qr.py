"""A link -> its QR code as SVG; segno is imported where it is used, the page's first paint does not wait for it."""

from functools import lru_cache

LONGEST_CODE = 1000  # bytes of a link; beyond it the code's squares are too fine for a phone to read


@lru_cache(maxsize=64)
def qr_svg(link: str) -> str:
    """Return `link` as a QR code (level M) in SVG, "" where there is none or it is too long to be read."""
    if not link or len(link.encode("utf-8", "replace")) > LONGEST_CODE:
        return ""
    import segno  # noqa: PLC0415

    # One of the eight masks, not the best of all: trying them takes five times as long as the code itself.
    code = segno.make(link, error="m", micro=False, boost_error=False, mask=3)
    return str(code.svg_inline(border=4, dark="#2a241d", light="#fff"))
