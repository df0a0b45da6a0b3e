"""Words: Result, Review, Recipe -> the sentences of the card and of the page. No looks, no rules, no tables read here.

    labels.py       LABELS: each heading and label once
    title.py        title, subtitle, what it is traditionally used for
    summary.py      the recipe in one line
    first_sight.py  what is read first: the verdict in two lines, what to leave out
    whom.py         for whom it was judged
    conditions.py   what each illness or allergy is called
    headline.py     the verdict in a sentence that names the rulebooks it speaks for
    verdict.py      what each rulebook says and how far it goes
    findings.py     what is over or not assessed, plainly
    basis.py        on what a reason or a finding rests
    proposed.py     why these oils were proposed, or that none could be
    amounts.py      bottle, dosing, massages, several bottles
    units.py        amounts in drops, mL or grams, as they are measured out
    steps.py        how to make and use it, and what to do when it goes wrong
    notes.py        allergens and all else to know before making it
    own.py          by whose figures, and what a link of own oils does not carry
    compared.py     two recipes side by side, and what one costs
    calculation.py  every step of the calculation with its convention
    phrases.py      Card -> the phrases around its figures
    label.py        the label, and why it is not for sale
    claims.py       words that no product's name may hold
    label_sheets.py sizes of labels and sheets of label paper
    label_page.py   what the Label page asks and says, and what rules ask beyond a label
    papers.py       the papers for the assessor
    shelf.py        what the page *My oils* asks and says
    possible.py     what the page *What can I make?* asks and says
    oil.py          what is said of one oil
    pages.py        what the pages are called, and their heads; what the Oils page asks
    questions.py    what the Blend page asks: label, help and example of each input, the choices in words
    inputs.py       what is said beside the inputs
    book.py         what the Book page and *Save in my book* ask and say
    kept.py         what the book says of itself: where it is, what came of a save, what cannot be read
    changed.py      what changed from one version to the next
    opened_file.py  what a file brought into the book
    faults.py       the faults of a file or a form, as a table
    own_oils.py     what is asked and said of own oils there
    answer.py       what is said around the recipe, in its place, and on what stands behind a click
    files.py        outside the pages: the card's files and their rows, the recipe for other tools, the command

May import every room before showing, and figure.py; phrases.py and findings.py know the types of the card, no more.
"""
