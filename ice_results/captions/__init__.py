"""Records to cues: which text is shown from when to when, and what had to be changed for it."""

from .cues import Change, Cue, Cues, cues_of
from .text import caption_lines
from .tracks import Track, main_track, speaker_names, tracks

__all__ = ["Change", "Cue", "Cues", "Track", "caption_lines", "cues_of", "main_track", "speaker_names", "tracks"]
