"""The words of the sizes of labels, and of the sheets they are printed on."""

from types import MappingProxyType

SIZES = MappingProxyType(
    {
        "10ml": "10 mL roll-on, wrap",
        "30ml": "30 mL bottle",
        "50ml": "50 mL bottle",
        "100ml": "100 mL bottle",
        "2x4in": "2 x 4 inch",
        "lid": "round lid, 50 mm",
        "leaflet": "leaflet to enclose, A7",
    }
)
SHEETS = MappingProxyType(
    {
        "L7160": "A4, 21 labels of 63.5 x 38.1 mm",
        "L7161": "A4, 18 labels of 63.5 x 46.6 mm",
        "L7163": "A4, 14 labels of 99.1 x 38.1 mm",
        "L7164": "A4, 12 labels of 63.5 x 72 mm",
        "L7165": "A4, 8 labels of 99.1 x 67.7 mm",
        "5163": "Letter, 10 labels of 4 x 2 inch",
        "5164": "Letter, 6 labels of 4 x 3 1/3 inch",
        "a4": "A4, to cut",
        "letter": "Letter, to cut",
    }
)


def size_words(size: str, width_mm: float, height_mm: float) -> str:
    """Return a size by its name, with what it measures.

    >>> size_words("lid", 50, 50)
    'round lid, 50 mm, 50 x 50 mm'
    """
    return f"{SIZES[size]}, {width_mm:g} x {height_mm:g} mm"
