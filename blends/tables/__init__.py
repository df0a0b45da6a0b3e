"""data/*.csv -> checked tables: where every figure comes from. The only room that reads CSV; pandas stays here.

In: a folder of tables. Out: a Catalogue, and from it oils as things, rulebooks and cautions as plain numbers.
Imports errors, figures and asking, never the rooms after it.

    cells, columns     what a cell of each column must hold
    verified           how well a figure is confirmed
    faults             what is wrong with the tables, in sentences
    schema             whether each cell holds it, all faults at once (the only file that knows pandera)
    keys, agreement    where each key must stand; what must fit together
    table_file         one CSV file, whatever lies there
    oils, catalogue    rows as things with a name; all tables together
    compositions       which oils an effect means
    rulebooks          limits, contents and sums as numbers: a rulebook is rows
    cautions           conditions, contact allergens
    allergens          the names an EU label may have to print
    names              what effects and rulebooks are called
    sources, search    titles of sources; an oil by a few letters
    fields             one field of a plain row: text, number, date
    own                an oil of one's own, a certificate of one bottle
    called             which oil a name means, and the nearest name
    check              `python -m blends.check`: faults and coverage
"""
