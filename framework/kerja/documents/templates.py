"""Templates: Markdown or HTML with Jinja2, held in a sandbox.

A template may be written by a ministry: it can neither reach Python nor files outside its
folder, nor run away with memory, and a value can never become markup.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from kerja.documents.catalogues import ENGLISH, Catalogue, Message
from kerja.documents.tree import Labels
from kerja.errors import KerjaError

if TYPE_CHECKING:
    from jinja2 import Environment, TemplateError

# What a template, and not a function of ours that it calls, can bring about by a slip.
_SLIPS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_HERE = Path(__file__).parent
_LONGEST_OUTPUT = 10_000_000


def render(
    name: str,
    *,
    folders: Sequence[Path],
    context: Mapping[str, object],
    translations: Catalogue = ENGLISH,
) -> str:
    """Render a Markdown template for `markdown.parse`; values are shielded, so never Markdown.

    Args:
        name: the template, such as "policy_brief.md".
        folders: where it is looked for, the first first. The last is the shipped one; a template
            in it can also be named "shipped/policy_brief.md", for `extends` in a file of that name.
        context: what the template may speak of. A `Markdown` goes in as it is.
        translations: what `_`, `ngettext`, `pgettext` and `{% trans %}` look up.

    Raises:
        KerjaError: the template is missing or wrong, with its name and line.
    """
    from kerja.documents.sandbox import markdown_environment

    return _rendered(markdown_environment(folders, translations), name, context)


def render_html(
    name: str,
    *,
    folders: Sequence[Path],
    context: Mapping[str, object],
    translations: Catalogue = ENGLISH,
) -> str:
    """Render an HTML template in the same sandbox; values are escaped as HTML.

    Raises:
        KerjaError: the template is missing or wrong, with its name and line.
    """
    from kerja.documents.sandbox import html_environment

    return _rendered(html_environment(folders, translations), name, context)


def messages(folder: Path) -> tuple[Message, ...]:
    """Return all texts that the templates below `folder` and the writers translate, sorted.

    Raises:
        KerjaError: a template is not written as Jinja2.
    """
    from jinja2 import TemplateError

    from kerja.documents.sandbox import markdown_environment

    environment = markdown_environment((folder,), ENGLISH)
    writers_own = Labels()
    found = {Message(getattr(writers_own, word.name)) for word in fields(Labels)}
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".html"):
            name = path.relative_to(folder).as_posix()
            try:
                found |= set(_messages(environment, path.read_text(encoding="utf-8"), name))
            except TemplateError as error:
                raise _explained(error, name) from error
    return tuple(sorted(found))


def _messages(environment: Environment, source: str, name: str) -> Iterator[Message]:
    from jinja2.ext import extract_from_ast

    for _, function, words in extract_from_ast(environment.parse(source, name)):
        texts = [word for word in (words if isinstance(words, tuple) else (words,)) if word]
        if function == "ngettext" and len(texts) > 1:
            yield Message(texts[0], plural=texts[1])
        elif function == "pgettext" and len(texts) > 1:
            yield Message(texts[1], context=texts[0])
        elif texts:
            yield Message(texts[0])


def _rendered(environment: Environment, name: str, context: Mapping[str, object]) -> str:
    from jinja2 import TemplateError

    pieces = []
    length = 0
    try:
        for piece in environment.get_template(name).generate(context):
            pieces.append(piece)
            length += len(piece)
            if length > _LONGEST_OUTPUT:
                raise KerjaError(f"the text grows beyond {_LONGEST_OUTPUT} characters")
    except KerjaError as error:
        place = _place(error, name)
        raise KerjaError(f"{place}: {error.message}", error.hint) from error
    except TemplateError as error:
        raise _explained(error, name) from error
    except _SLIPS as error:
        if _is_bug(error):
            raise
        words = f"no value for {error}" if isinstance(error, KeyError) else str(error)
        raise KerjaError(f"{_place(error, name)}: {words}", "mend the template") from error
    return "".join(pieces)


def _explained(error: TemplateError, name: str) -> KerjaError:
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

    if isinstance(error, TemplateNotFound):
        place = _place(error, name)
        where = "" if place == error.name else f"{place}: "
        return KerjaError(f'{where}there is no template "{error.name}"', "check its name")
    if isinstance(error, TemplateSyntaxError):
        return KerjaError(f"{error.name or name}:{error.lineno}: {error.message}", "mend the line")
    hint = "use a name that the document has" if isinstance(error, UndefinedError) else ""
    return KerjaError(f"{_place(error, name)}: {error.message}", hint)


def _place(error: BaseException, name: str) -> str:
    """Return "name:line" of the innermost template that was at work; Jinja puts it in the trace."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if _is_template(f.filename)]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else name


def _is_template(filename: str) -> bool:
    return not filename.endswith(".py") and not filename.startswith("<")


def _is_bug(error: BaseException) -> bool:
    """Tell whether code of ours raised it, rather than the template or the template language."""
    frames = traceback.extract_tb(error.__traceback__)
    called = []
    for frame in reversed(frames):
        if _is_template(frame.filename):
            break
        called.append(Path(frame.filename))
    return any(path.is_relative_to(_HERE.parent) and path.parent != _HERE for path in called)
