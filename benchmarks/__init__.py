"""Benchmarks: ratios against a tuned peer, never tests."""
