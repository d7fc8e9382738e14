"""How often tests with random input run: few and the same in `make test`; RUNS=100 for a hundred times as many."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

MORE = int(os.environ.get("RUNS", "1"))


def runs(few: int) -> settings:
    """`few` examples, times RUNS; with more than one time other examples are drawn on each run."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(max_examples=few * MORE, deadline=None, derandomize=MORE == 1, suppress_health_check=slow)
