"""What the recipe book says of itself: where it is kept, what came of a save, what of it cannot be read."""

FILE = (
    "This book is kept nowhere but in this window: save it as a file before you close it, and open that file next time."
)
LOCAL = "This book is kept on this machine, in {path}."
SHARED_FILE = "This book is kept in {path}. Whoever may open this page reads and changes it."
SHARED = "This book is kept on the server {host}. Whoever may open this page there reads and changes it."
OF_MACHINE, OF_SETTING = "of this machine", "of the setting"

NOTHING_NEW = "Nothing changed since it was last saved."
NOTHING_HERE = "Nothing changed here; meanwhile {other}."
SAVED_AGAIN = "Saved again"
MEANWHILE = "Meanwhile {other}. Both are kept: yours is version {number}."
NAME_WAS_THERE = "A blend of this name was there: {other}. Both are kept: yours is version {number}."
OTHER = "version {number} was saved on {day} ({changed})"

DAMAGED = "The file is damaged. What could be read is here."
LINE, LINE_LOST = "Line {number}", "Line {number} is damaged: one of the {kind} is lost."
MORE_UNREAD = "{count} more could not be read."
TOO_MANY = "A book has {most} {kind} at most: the rest was not read."
UNREAD, UNREAD_THING = "{where} cannot be read. {why}", "The {kind} {id_} cannot be read. {why}"
BLEND, OWN_OIL, BOTTLE, CERTIFICATE = "Blend", "Own oil", "Bottle", "Certificate"
BLENDS, OWN_OILS, BOTTLES, CERTIFICATES = "blends", "own oils", "bottles", "certificates"
ONE_OWN_OIL, ONE_BOTTLE, ONE_CERTIFICATE = "own oil", "bottle", "certificate of bottle"
