"""How values and objects of the wire become records.

A `Schema` says from which keys each field of a record comes. Reading a list of rows goes column by
column as long as everything is as documented; what is not, and a few rows around it, is read again
row by row, by the slow path, which costs no field but the one that is wrong. Both give equal records.
"""

from .decoded import DECODED, Decoded
from .keys import Keys
from .scalars import (
    IDENTIFIER,
    LABEL,
    MILLISECONDS,
    NUMBER,
    SCORE,
    SECONDS,
    TEXT,
    WHOLE,
    FieldType,
    NeedsSlowPath,
    Parsed,
    ReadOnly,
    Scalar,
    is_missing,
    mismatch,
    words_of,
)
from .schemas import ColumnValues, Field, ListOf, Mapped, Schema, build, field, kept, leftover, read_rows, rebuilt

__all__ = [
    "DECODED",
    "IDENTIFIER",
    "LABEL",
    "MILLISECONDS",
    "NUMBER",
    "SCORE",
    "SECONDS",
    "TEXT",
    "WHOLE",
    "ColumnValues",
    "Decoded",
    "Field",
    "FieldType",
    "Keys",
    "ListOf",
    "Mapped",
    "NeedsSlowPath",
    "Parsed",
    "ReadOnly",
    "Scalar",
    "Schema",
    "build",
    "field",
    "is_missing",
    "kept",
    "leftover",
    "mismatch",
    "read_rows",
    "rebuilt",
    "words_of",
]
