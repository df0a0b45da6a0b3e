"""Brief -> recipe: what goes into the bottle. After settle() nothing here asks the tables again.

In: a Brief and the Catalogue. Out: a Recipe in mL, g and whole drops. Imports tables and asking.

    guidance      the usual and the highest dilution for a person
    basis         on what a reason or a finding rests
    suitability   why an oil is not for this person
    meant         which oils the names of a brief mean; what no table knows, in sentences
    settle        the last step that asks the tables: dilution, rates, reasons, rulebooks
    selection     which oils go in, which are left out
    blend         parts -> shares that add up to one
    drops         shares -> whole drops: where "8 drops each" comes from
    stock         the ways out when a bottle is too small for drops
    recipe        what goes into the bottle: the thing, its portions, its figures
    bottling      Blend + Brief -> Recipe
    handed_on     what may be handed on, and the link that carries it
"""
