"""Records to cues: which text is shown from when to when, and what had to be changed for it."""
