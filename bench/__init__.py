"""The figures that Alongside means to reach, measured and printed: `make bench`, or `python -m bench --help`.

Nothing here is installed with the product and nothing is asserted: it measures, and says what was asked for.
"""
