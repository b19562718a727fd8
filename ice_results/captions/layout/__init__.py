"""Where the text of cues is broken: break places, lines, cues."""
