"""A real browser that uses the pages of comparisons, with an auditor of accessibility."""
