"""Feeding what Kerja writes to the programs that must accept it; a missing program is a failure."""
