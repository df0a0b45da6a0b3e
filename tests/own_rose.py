"""The shipped tables and two oils of one's own, for the tests of own oils."""

from blends.tables.catalogue import shipped_tables
from blends.tables.own import OwnOil

TABLES = shipped_tables()
ROSE = OwnOil("my_rose", "essential", (("name", "My rose"), ("botanical", "Rosa × alba L."), ("part", "flower")))
NUTMEG = OwnOil("my_nutmeg", "essential", (("density_g_per_ml", "0.91"),), (), "nutmeg")
