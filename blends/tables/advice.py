"""What lists advise of an oil for someone: the values of the columns of pregnancy, breastfeeding and conditions."""

from enum import StrEnum


class Advice(StrEnum):
    """Avoid it, take care, or some say no and some say less; none found is no proof of safety, unknown is a blank."""

    AVOID = "avoid"
    CARE = "care"
    LIMIT = "limit"
    NONE_FOUND = "none found"
    UNKNOWN = ""
