"""Showing: a review and a recipe as people read them. In: Result, an oil's row. Out: Card, HTML, PDF, picture, text.

    words/          every sentence; labels.py has each heading and label once, for every form
    figure.py       Figure: a number with its text, rounded once
    oil_view.py     an oil's row -> its facts, each with source, verified or not
    oil_table.py    an oil alone -> its row beside all others
    safety_card.py  Review -> Judgement: what the card says of safety
    card.py         Result -> Card; edit this to change what the card says
    templates/      the HTML, one short template per part
    html.py         Card, OilView -> HTML; edit the templates and pages/style.css to change how it looks
    typesetting.py  a template with its words -> PDF, picture; the only file that knows the typesetter
    qr.py           a link -> its QR code
    csv_table.py    a table -> CSV
    output.py       Card -> PDF, text; edit card.typ to change how print looks
    height.py       Card -> how high it stands on a sheet, reckoned from its texts
    room.py         Card -> how large its letters may be on a sheet, and how much of it a small card says
    drawn.py        which characters the shipped fonts can draw
    chat.py         Card -> the picture for a chat; edit chat.typ to change how it looks
    handed.py       Result -> Handed: the recipe as others may see it, its card and its link
    recipe_file.py  Handed -> the file of a recipe with its own figures, and back
    composition.py  what is in the bottle by INCI name, heaviest first
    label.py        Result -> Label, and why it is not for sale
    sheets.py       sizes of labels, label papers, places of copies
    label_form.py   texts of a form or link -> Details, Print
    label_html.py   Label -> the HTML of the Label page
    papers.py       Result -> Papers for the safety assessor
    label_file.py   one maker of the files of label and papers, for routes and pages
    printed.py      Label, Papers -> PDF, PNG, CSV; edit label.typ and papers.typ to change how they look
    book_html.py    what the recipe book holds -> HTML
    shelf_html.py   a few columns of the shelf -> HTML
    fault_html.py   what is wrong with a file or a form -> an HTML table
    offer.py        a blend that can be made -> its line in the list
    guide.py        chapters/*.md -> chapters of the massage guide with their drawings

May import every room before it, never keeping, serving or pages. The printers (html.py, output.py, chat.py) see only
what is shown: they round nothing, and decide by codes and numbers, never by a text.
"""
