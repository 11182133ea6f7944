"""Grant schemes and reception places to a maximum per scheme. Pure; Decimal only; never an amount per place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolbox_cli.model.scheme import Band, Scheme


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality in an application: its contracted places, or None without an agreement with the COA."""

    places: int | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """The maximum under one scheme, in whole euros, with the bands it rests on (one per municipality)."""

    scheme: Scheme
    bands: tuple[Band, ...]

    @property
    def sum_eur(self) -> Decimal:
        """The maxima of all municipalities added up."""
        return sum((band.maximum_eur for band in self.bands), Decimal(0))

    @property
    def maximum_eur(self) -> Decimal:
        """The sum of the maxima, but never more than the scheme has for all municipalities together."""
        return min(self.sum_eur, self.scheme.ceiling_eur)

    @property
    def certain_eur(self) -> Decimal:
        """The part that the text of the scheme settles; in a joint application not every band is named."""
        if len(self.bands) == 1:
            return self.maximum_eur
        named = (band.maximum_eur for band in self.bands if band.id in self.scheme.joint_certain)
        return min(sum(named, Decimal(0)), self.scheme.ceiling_eur)

    @property
    def capped(self) -> bool:
        """Whether the ceiling makes the maximum lower than the sum."""
        return self.sum_eur > self.scheme.ceiling_eur

    @property
    def certain(self) -> bool:
        """Whether the whole maximum follows from the text."""
        return self.certain_eur == self.maximum_eur


def estimate(scheme: Scheme, municipalities: Sequence[Municipality]) -> Estimate:
    """Return the maximum for an application by these municipalities together."""
    return Estimate(scheme, tuple(band_of(scheme, municipality) for municipality in municipalities))


def band_of(scheme: Scheme, municipality: Municipality) -> Band:
    """Return the band of one municipality; without an agreement the one the scheme names for that."""
    if municipality.places is None:
        return next(band for band in scheme.bands if band.id == scheme.no_agreement)
    return next(band for band in scheme.bands if _holds(band, municipality.places))


def _holds(band: Band, places: int) -> bool:
    low, high = band.min_places or 0, band.max_places
    return low <= places and (high is None or places <= high)
