"""Tables of the registries of languages, which only `ice_results.text.languages` reads, when it first needs them."""
