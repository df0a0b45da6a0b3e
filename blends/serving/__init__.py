"""Card, label and papers over HTTP, without session, cookie, script or websocket: any replica can answer.

    asked.py     a query -> what is asked for; refuses what would name health
    sent.py      a form -> the recipe whose file stands in it, with the own figures it brings
    policy.py    the headers of every answer
    refusals.py  what cannot be answered -> a sentence, as HTML or JSON
    page.py      the card as plain HTML: showing/templates/plain_card.html.j2
    page_files.py    what stands inside it: card.css with its font, send.js, icon.svg
    figures.py   the card as JSON and CSV, numbers as numbers; card.schema.json says what stands there
    recipes.py   for other tools: schema.org HowTo and Cooklang
    answers.py   one function per form
    label_asked.py   a query or a form -> what a label is asked to be
    labels.py    one function per form of label and papers
    routes.py    which path gives which form; health
    start.py     what the server does before the first visitor
    front_files.py   which files of the page's own code a first visit needs, and the same packed
    front.py     names them at once and sends them packed
    in_one_go.py what a run of a page sends, sent together
    sockets.py   the sockets of this process, and what is set on them

The only room that imports starlette; the calculation never imports this.
"""

from blends.serving.front import front
from blends.serving.routes import routes
from blends.serving.start import lifespan

__all__ = ["front", "lifespan", "routes"]
