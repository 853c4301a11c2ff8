"""The workbook target: budget.xlsx, which finance can take apart and recompute."""

from kerja.targets.workbook.book import workbook_files as workbook_files

__all__ = ["workbook_files"]
