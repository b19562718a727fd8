"""Records to cues: which text is shown from when to when, and what had to be changed for it."""

from .cues import Change, Cue, Cues, cues_of
from .labels import POLICIES
from .profiles import PROFILES, Profile, profile_from_toml, profile_named
from .shape import Shaping, shape
from .text import caption_lines
from .tracks import Track, main_track, speaker_names, tracks

__all__ = [
    "POLICIES",
    "PROFILES",
    "Change",
    "Cue",
    "Cues",
    "Profile",
    "Shaping",
    "Track",
    "caption_lines",
    "cues_of",
    "main_track",
    "profile_from_toml",
    "profile_named",
    "shape",
    "speaker_names",
    "tracks",
]
