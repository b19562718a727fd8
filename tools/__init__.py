"""Tools of development: what makes the files that the package ships."""
