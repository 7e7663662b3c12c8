"""A function of two variables as a picture: a lit block that the hand turns (`view`), and a map with lines of
equal value (`map`), both with the same marks on them (`marks`); slices through a place (`slices`).
"""
