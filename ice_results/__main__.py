"""`python -m ice_results`."""

from .cli import main

main()
