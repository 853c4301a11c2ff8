"""Run the command line as `python -m kerja`."""

from kerja.cli import main

main()
