"""The tests: rules of the package, one sentence each."""
