"""Texts -> Brief: what the maker asks for. Only form is checked here; ids are known to the tables.

In: what people type, links, saved files. Out: a Brief in exact figures. Imports errors and figures alone.

    choices       the words of a brief that are one of a few
    quantities    "100 ml" -> Bottle, "2 %" -> dilution; units by pint (the only file that knows it)
    counts        "3" -> so many bottles, so many drops
    day           "2026-11-24" -> the day it was made
    dropper       drops per mL: usual droppers with their sources, counting and weighing one's own
    parts         "lavender:2,thyme_thymol:1" <-> oils with parts
    person        "child:7", "epilepsy" -> for whom, and what to heed
    brief         texts -> Brief, with the defaults
    link          a link or a saved file -> Brief; old links keep their meaning for ever
"""
