"""The recipe book: what a person keeps. In: briefs, own oils, bottles. Out: the same again, and a file of all of it.

    where.py        whose book this is, and where: said in one sentence, never guessed from an address
    opening.py      open_book(): the only way in; imports the rest when it is called
    kept.py         what comes out: Entry, Version, Saved, Opened
    told.py         a recipe -> what the rulebooks said of it, small enough to keep with each version
    bottle_form.py  what a person types of a bottle -> Bottle
    prices.py       what a mL of each oil on the shelf costs
    things.py       OwnOil, Bottle, Certificate: what a person owns
    shelf.py        which oils one has, what is left, what is past its date; how many bottles it is enough for
    at_hand.py      which own figures count for a blend made now: own oils, certificates of the bottles in use
    cost.py         what a recipe costs, of the whole, a drop, a massage
    shopping.py     what is to be bought for so many bottles
    compare.py      two recipes side by side
    filed.py        a blend as the file of a book holds it
    book_file.py    the one file a book is saved as: written, read, what is damaged said
    faults.py       what an engine complains of, in sentences
    rows.py         the tables; migrations/ brings older ones up to date
    engine.py       SQLite in a folder or PostgreSQL by URL, opened and brought up to date
    desk.py         an open engine, whose rows, and the clock: one step read or written as a whole
    versions.py     a blend saved, opened, restored; each save a version
    blends.py       the list of blends: names, tags, stars, notes
    drawers.py      shelf, own oils, certificates: things kept by their id
    own_oils.py     own oils of a form or a file, checked and put in
    news.py         what the tables say otherwise of the blends in the list
    undo.py         deleted for 30 days, then gone; delete everything is real
    beside.py       own oils of a file that are others than those of the same id in the book it is opened into
    whose_bottle.py which certificates of a file are of a bottle of that book, and not of another of the same id
    contents.py     all that the book holds, as its file keeps it
    merge.py        a file opened into a book that holds something already
    book.py         Book: all of these under one name

SQLAlchemy is known here alone, and imported only when a book is opened: a visitor who keeps nothing pays nothing. May
import every room before it, never serving or pages. No column and no key is about anybody's health.
"""
