"""Pictures, drawings and data sets as plain arrays: where every net gets its input from."""
