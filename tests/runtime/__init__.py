"""Each promise of the runtime has a test here that fails when it is broken."""
