"""Documents to the content of files: one module for each family of formats, and the table of them."""
