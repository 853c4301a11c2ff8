"""What code says in documents and on the page, so that translations can be counted honestly."""

from kerja.targets.labels.listing import labels as labels
from kerja.targets.labels.listing import wanted as wanted

__all__ = ["labels", "wanted"]
