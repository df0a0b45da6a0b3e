"""Recipe -> review: what the rulebooks say of what really goes into the bottle.

In: a Recipe and the settled brief. Out: findings, ceilings, two verdicts. Imports making and the things of tables.

    mixture        each oil's share of the product, by weight and by volume
    findings       Constraint, Finding and the three answers
    constraints    every limit as a sum over the oils: where "over" comes from
    not_assessed   what the rulebooks are silent about, never a pass
    allergens      which names an EU label must print
    ceilings       the largest dilution per rulebook, and the limit that binds
    review         all findings, at home and for sale
"""
