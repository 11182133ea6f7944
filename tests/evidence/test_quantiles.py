"""Our quantiles against those of scipy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special

from toolbox_cli.evidence.quantiles import beta_below, beta_quantile, t_quantile


@pytest.mark.parametrize("freedom", [0.5, 1, 2, 2.5, 5, 10, 11.5, 30, 100, 1000, 1e5])
@pytest.mark.parametrize("tail", [0.025, 0.005, 0.0025, 0.1])
def test_students_t_is_that_of_scipy(freedom: float, tail: float) -> None:
    assert t_quantile(freedom, tail) == pytest.approx(special.stdtrit(freedom, 1 - tail), rel=1e-8)


@settings(max_examples=200, deadline=None)
@given(st.floats(0.5, 1e5), st.floats(0.5, 1e5), st.floats(0.001, 0.999))
def test_the_beta_distribution_is_that_of_scipy(a: float, b: float, probability: float) -> None:
    value = beta_quantile(probability, a, b)

    assert value == pytest.approx(special.betaincinv(a, b, probability), rel=1e-6)
    assert beta_below(value, a, b) == pytest.approx(probability, abs=1e-8)
