"""Records to cues: which text is shown from when to when, and what had to be changed for it."""

from .bilingual import bilingual
from .cues import Change, Columns, Cue, Cues
from .labels import POLICIES
from .ocr import OcrTrack, ocr_tracks
from .plain import cues_of
from .profiles import PROFILES, Profile, profile_from_toml, profile_named
from .quality import CaptionFinding, findings_for
from .shape import Shaping, shape
from .text import caption_lines, joined, lines_of_each, one_line
from .tracks import Track, main_track, speaker_names, tracks

__all__ = [
    "POLICIES",
    "PROFILES",
    "CaptionFinding",
    "Change",
    "Columns",
    "Cue",
    "Cues",
    "OcrTrack",
    "Profile",
    "Shaping",
    "Track",
    "bilingual",
    "caption_lines",
    "cues_of",
    "findings_for",
    "joined",
    "lines_of_each",
    "main_track",
    "ocr_tracks",
    "one_line",
    "profile_from_toml",
    "profile_named",
    "shape",
    "speaker_names",
    "tracks",
]
