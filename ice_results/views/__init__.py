"""What people look at: a document's contents and its problems, as tables in the terminal."""
