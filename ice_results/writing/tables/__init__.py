"""Tables: what stands in which column, and one module for each way to store it."""
