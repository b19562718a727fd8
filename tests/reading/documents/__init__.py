"""Documents: envelopes, jobs, and what each answer is."""
