"""Figures of the draw engine: `python -m bench.draw [plans|leximin|preview|year|draws|all]`."""
