"""The command `ice-results`, also as `python -m ice_results`."""

import io
import sys

from ._version import __version__

_OBJECTS = 50_000
"""How many more there must be before the collector looks for garbage: with 700, Python's own, it looks fifty
times in a short run."""


def main() -> None:
    """Run the command line; its version alone is told before the libraries for that are imported."""
    if sys.argv[1:] == ["--version"]:
        print(f"ice-results, version {__version__}")
        return
    _spare_the_collector()
    _print_in_any_encoding()
    from .cli import main as run

    run()


def _spare_the_collector() -> None:
    """Let it look for garbage less often, and at the end not at all: all that is imported stays until then."""
    import atexit
    import gc

    gc.set_threshold(_OBJECTS)
    atexit.register(gc.freeze)


def _print_in_any_encoding() -> None:
    """Let what an encoding of the terminal does not have, such as Chinese in cp1252, be shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
