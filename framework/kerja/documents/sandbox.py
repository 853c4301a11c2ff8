"""The Jinja environments: what a template may do, and how a value is kept from being markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any, Self

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateNotFound
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.nodes import Concat, Expr, Impossible, TemplateData
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from kerja.documents.catalogues import Catalogue
from kerja.documents.shielding import Markdown, printable, unshield

# One template may count so far, and hold so much text or so long a list at once.
MOST_COUNTED = 100_000
LONGEST = 1_000_000

# Filters that neither build markup of their own nor can be made to build huge values.
_FILTERS = (
    "abs", "batch", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby",
    "int", "items", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr",
    "reverse", "round", "select", "selectattr", "slice", "sort", "string", "sum", "title", "trim",
    "unique", "upper",
)  # fmt: skip
_GLOBALS = ("cycler", "dict", "joiner", "namespace")
# Their methods build huge values (to_bytes), mix markup with text (join) or read files.
_WITHOUT_METHODS = (str, bytes, int, float, PurePath, ModuleType)


def markdown_environment(folders: Sequence[Path], translations: Catalogue) -> Environment:
    """Return the environment of Markdown templates; see `templates.render`."""
    return _Sandbox(Markdown, folders, translations)


def html_environment(folders: Sequence[Path], translations: Catalogue) -> Environment:
    """Return the environment of HTML templates; see `templates.render_html`."""
    return _Sandbox(_Html, folders, translations)


class _Html(Markup):
    @classmethod
    def escape(cls, s: object, /) -> Self:
        if isinstance(s, Markdown):
            s = unshield(str(s))
        return cls(escape(printable(s) if type(s) is str else s))


class _Folder(FileSystemLoader):
    """Templates of one folder; a symbolic link does not lead out of it."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, filename, uptodate = super().get_source(environment, template)
        if not Path(filename).resolve().is_relative_to(Path(self.searchpath[0]).resolve()):
            raise TemplateNotFound(template)
        return source, filename, uptodate


class _Generator(CodeGenerator):
    """Compiles so that every piece of text meets `joined` or `finalize`, constants included.

    Left alone, Jinja escapes constants as HTML and joins `~` as HTML.
    """

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_to_const(self, node: Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, TemplateData):
            raise Impossible
        return super()._output_child_to_const(node, frame, finalize)


class _Sandbox(ImmutableSandboxedEnvironment):
    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(
        self, markup: type[Markup], folders: Sequence[Path], translations: Catalogue
    ) -> None:
        loaders = [_Folder(folder) for folder in folders]
        super().__init__(
            loader=ChoiceLoader([*loaders, PrefixLoader({"shipped": loaders[-1]})]),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=partial(_finalized, markup),
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._markup = markup
        self._counted = 0
        self.policies["ext.i18n.trimmed"] = True
        alias = self.globals["_"]
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        self.globals |= {"_": alias, "range": self._range, **_gettexts(markup, translations)}
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters |= {"join": self._join, "escape": markup.escape, "e": markup.escape}
        self.newstyle_gettext = True

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse what the stock sandbox refuses, and the methods of plain values."""
        return not isinstance(obj, _WITHOUT_METHODS) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Leave `format` to `is_safe_attribute`: a width of a billion is a bomb."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate, but neither huge values nor unshielded text."""
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            if not (isinstance(left, str) and isinstance(right, str)):
                raise SecurityError("text and other values are joined by ~, not by +")
            return self.joined((left, right))
        if operator != "+" and not _are_small(left, right):
            raise SecurityError(f'"{operator}" works on numbers below a million in a template')
        if operator == "**":
            raise SecurityError('"**" has no place in a template')
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, list | tuple) and len(result) > MOST_COUNTED:
            raise SecurityError(f"a list grows beyond {MOST_COUNTED} items")
        return result

    def joined(self, parts: Iterable[object]) -> str:
        """Join text: markup if any part is, with the others shielded; else plain."""
        parts = tuple(parts)
        has_markup = any(isinstance(part, Markup) for part in parts)
        text = self._markup("").join(parts) if has_markup else "".join(map(str, parts))  # type: ignore[arg-type]
        if len(text) > LONGEST:
            raise SecurityError(f"a text grows beyond {LONGEST} characters")
        return text

    def _join(self, values: Iterable[object], separator: str = "") -> str:
        parts: list[object] = []
        for value in values:
            parts += [separator, value] if parts else [value]
        return self.joined([self._markup(""), *parts])

    def _range(self, *bounds: int) -> range:
        numbers = range(*bounds)
        self._counted += len(numbers)
        if self._counted > MOST_COUNTED:
            raise SecurityError(f"a template counts beyond {MOST_COUNTED}")
        return numbers


def _are_small(left: object, right: object) -> bool:
    return all(isinstance(value, int | float) and abs(value) < 1e6 for value in (left, right))


def _finalized(markup: type[Markup], value: object) -> object:
    if value is None:
        raise TemplateRuntimeError("a value is missing here (None)")
    foreign = isinstance(value, Markdown) and markup is not Markdown
    return value if isinstance(value, Markup) and not foreign else markup.escape(value)


def _gettexts(markup: type[Markup], translations: Catalogue) -> Mapping[str, Callable[..., Markup]]:
    """Return the functions that `{% trans %}` calls, by the names that it calls them.

    Jinja's own would format the values as HTML. The keywords are the template's variables.
    """

    def gettext(text: str, /, **values: object) -> Markup:
        return markup(translations.gettext(text)) % values

    def ngettext(text: str, plural: str, number: int, /, **values: object) -> Markup:
        return markup(translations.ngettext(text, plural, number)) % {"num": number, **values}

    def pgettext(context: str, text: str, /, **values: object) -> Markup:
        return markup(translations.pgettext(context, text)) % values

    return {"gettext": gettext, "ngettext": ngettext, "pgettext": pgettext}
