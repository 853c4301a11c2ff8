"""Documents: a tree of blocks, made from Markdown templates, written as DOCX, PDF and HTML.

Nothing here knows what a document is about.
"""

from kerja.documents.catalogues import (
    ENGLISH,
    Catalogue,
    Message,
    Status,
    status,
    translated_languages,
    translations,
)
from kerja.documents.docx import to_docx
from kerja.documents.html import to_html
from kerja.documents.languages import Language, language
from kerja.documents.markdown import Body, parse, parse_inline
from kerja.documents.pdf import to_pdf
from kerja.documents.shielding import Markdown
from kerja.documents.slide import to_pptx
from kerja.documents.slide_fitting import Panel, Slide
from kerja.documents.templates import messages, render, render_html
from kerja.documents.tree import Document, Labels, translated

__all__ = [
    "ENGLISH",
    "Body",
    "Catalogue",
    "Document",
    "Labels",
    "Language",
    "Markdown",
    "Message",
    "Panel",
    "Slide",
    "Status",
    "language",
    "messages",
    "parse",
    "parse_inline",
    "render",
    "render_html",
    "status",
    "to_docx",
    "to_html",
    "to_pdf",
    "to_pptx",
    "translated",
    "translated_languages",
    "translations",
]
