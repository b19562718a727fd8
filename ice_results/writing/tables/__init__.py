"""Tables: what their columns hold, and one module for each way to store them."""
