"""data/*.csv -> checked tables: where every figure comes from. The only room that reads CSV; pandas stays here.

In: a folder of tables. Out: a Catalogue, and from it oils as things, rulebooks and cautions as plain numbers.
Imports errors, figures and asking, never the rooms after it.

    verified, advice   how well a figure is confirmed; what lists advise for someone
    cells              what a cell may hold
    columns_of_oils    what each column must hold, of the tables that speak of oils
    columns_of_rules   and of those that judge
    columns            of all tables: the columns, which of them hold numbers, which make a row the only one of its kind
    faults             what is wrong with the tables, in sentences
    schema             whether each cell holds it, all faults at once (the only file that knows pandera)
    keys, agreement    where each key must stand; what must fit together
    table_file         one CSV file, whatever lies there
    fields             one field of a plain row: text, number, date
    own                an oil of one's own, a certificate of one bottle
    oils, catalogue    rows as things with a name; all tables together
    constituent_names  what constituents are called, and how much a laboratory writes
    own_rows           an own oil as a full row of its table, checked like the shipped ones
    own_contents       what it lists as rows of constituents.csv
    more_rows          the shipped tables with own oils beside them
    own_fitting        own oils that no longer fit the tables, each by name
    compositions       which oils an effect means
    rulebook           a rulebook as a thing: limits, sums, what is known of an oil in it
    rulebooks          all of them, with what oils contain: a rulebook is rows
    cautions           conditions, contact allergens
    allergens          the names an EU label may have to print
    names              what effects and rulebooks are called
    sources, search    titles of sources; an oil by a few letters
    one_oil            every row that speaks of one oil
    sheet              what was saved from a spreadsheet, as rows of texts
    own_file           a file of own oils or constituents, all its faults at once
    own_marks          short marks of own figures in a link: no other oil of the same name stands in
    certified          the tables with a certificate in them, by the careful rule
    certificate_file   a laboratory's table, pasted in, as a certificate
    certificate_sheet  a certificate as a CSV file, all its faults at once
    called             which oil a name means, and the nearest name
    check              `python -m blends.check`: faults and coverage
"""
