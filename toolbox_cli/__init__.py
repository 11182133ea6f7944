"""Decision support for Dutch municipalities: which measure fits, on which legal basis, under which conditions."""

__version__ = "0.1.0"
