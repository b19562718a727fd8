"""Chapter lists: one module for each family of programs that read them."""
