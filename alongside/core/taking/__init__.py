"""Every list as a file: spreadsheet or CSV, all of its rows, as whoever asks may see them (docs/decisions/0037).

Drawing a list is what makes it takeable. `{% table %}` puts the links below it, and where the address asks for this
list (`?file=csv&list=people`) raises `FileAsked` instead of drawing; middleware in `config` writes down who took it
and answers. So no view does anything for it, and what is on no page is in no file.
"""

from .asking import CSV, KINDS, XLSX, FileAsked, caption_of, is_written_down, links, name_on_page, raise_if_asked
from .csv_file import as_csv
from .drawn import DrawnTable
from .files import TakenFile, small_file
from .values import plain
from .xlsx_file import as_xlsx

__all__ = [
    "CSV",
    "KINDS",
    "XLSX",
    "DrawnTable",
    "FileAsked",
    "TakenFile",
    "as_csv",
    "as_xlsx",
    "caption_of",
    "is_written_down",
    "links",
    "name_on_page",
    "plain",
    "raise_if_asked",
    "small_file",
]
