"""Oils -> the best of all blends of them in equal parts: what is proposed, and what can be made.

In: oils, effects and a person. Out: ids of blends with their ceilings, best first. Thousands at once, as arrays; what
is shown is calculated again by offers.py, which stands after flow.py. flow.py asks here what to propose, so this room
stands before it. Imports making, judging and the things of tables.

    suits          which oils may be offered to a person unasked
    limit_rows     the constraints of judging as arrays: a ceiling is one division
    combinations   all combinations of the oils, block by block, in bounded memory
    best           the best of them, as they come
    marks          oils as columns, and by what their blends are put in order
    search         these in order
    proposal       the oils proposed for an effect without a ready composition
"""
