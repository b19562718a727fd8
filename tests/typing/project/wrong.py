"""Programs of users that are wrong: both type checkers complain of each line that says so, and of no other."""

from __future__ import annotations

import ice_results as ice

document = ice.parse("{}")

ice.convert(document, "srt", profil="netflix")  # wrong: a misspelt option
ice.convert(document, "srt", speakers="sometimes")  # wrong: a value that the option does not take
ice.convert(document, "srt", bom="yes")  # wrong: text where a switch is due
ice.convert(document, "tags.parquet", excell=True)  # wrong: a misspelt option of a format without any
text: str = ice.convert(document, "srtt")  # wrong: text expected of a misspelt format
data: str = ice.convert(document, "tags.parquet")  # wrong: text expected of a binary format
sheet: bytes = ice.convert(document, "tags.csv")  # wrong: bytes expected of a text format
ice.convert(document)  # wrong: no format
ice.convert("talk.json", "srt")  # wrong: a path in the place of a document
ice.save(document, "talk.srt", profil="netflix")  # wrong: a misspelt option
ice.Profile(name="mine", line_width="wide")  # wrong: text where a number is due
ice.replace_text(document, {1: "one"})  # wrong: a key that is neither text nor a pattern
ice.load("talk.json", pause_gc=False)  # wrong: an argument that does not exist
ice.parze("{}")  # wrong: a misspelt function
print(document.transcript)  # wrong: a misspelt attribute
document.title = "talk"  # wrong: records are frozen
