"""The tests mirror the package; tests/architecture guards the house, tests/bench measures it."""
