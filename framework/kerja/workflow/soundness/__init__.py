"""Proofs about a workflow before anyone is enrolled: it ends, and it pays nobody unproven."""
