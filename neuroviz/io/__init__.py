"""Files from outside: nothing in them is trusted, and every refusal is a `Problem`."""
