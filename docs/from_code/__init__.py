"""The parts of the documentation that are made from the code: each function gives the Markdown between two markers."""
