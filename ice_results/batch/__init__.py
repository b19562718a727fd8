"""Files: where sources come from, where outputs go, and the run over many of them."""
