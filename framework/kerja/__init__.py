"""A skills-card programme, from the profile of a country to a blueprint."""

__version__ = "0.1.0"
