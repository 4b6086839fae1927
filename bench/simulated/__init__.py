"""Invented members, assets and outcomes of which the truth is known: what learning from outcomes is tried on."""
