"""Templates fill in values, can be overridden block by block, and are held in a sandbox."""

from __future__ import annotations

from pathlib import Path

import pytest

from kerja.documents import Catalogue, Markdown, Message, messages, parse, render, render_html
from kerja.documents.shielding import unshield
from kerja.documents.tree import Paragraph, Run
from kerja.errors import KerjaError


def rendered(folder: Path, source: str, **context: object) -> str:
    (folder / "page.md").write_text(source, encoding="utf-8")
    return unshield(render("page.md", folders=[folder], context=context))


def failure(folder: Path, source: str, **context: object) -> KerjaError:
    with pytest.raises(KerjaError) as caught:
        rendered(folder, source, **context)
    return caught.value


def test_a_value_is_filled_in(tmp_path: Path) -> None:
    assert (
        rendered(tmp_path, "{{ people }} of {{ total }}", people=3, total="1,000") == "3 of 1,000"
    )


@pytest.mark.parametrize(
    "source",
    [
        "{{ x }}",
        "{{ x ~ '' }}",
        "{{ '' + x }}",
        "{{ [x] | join }}",
        "{{ x | e }}",
        "{{ x | trim }}",
        "{% set y %}{{ x }}{% endset %}{{ y }}",
        "{% set y %}{% endset %}{{ y ~ x }}",
        "{% set y %}{% endset %}{{ y + x }}",
        "{% set y %}{% endset %}{{ x + y }}",
        "{% set y %}{% endset %}{{ [y, x] | join }}",
        "{% macro m(y) %}{{ y }}{% endmacro %}{{ m(x) }}",
        "{% macro m(y) %}{{ caller() }}{{ y }}{% endmacro %}{% call m(x) %}{% endcall %}",
        "{{ _('%(v)s', v=x) }}",
        "{% trans %}{{ x }}{% endtrans %}",
        "{% trans n=2 %}one{% pluralize %}{{ x }}{% endtrans %}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
        "{{ {'k': x}.k }}",
        "{{ x | default('') }}",
    ],
)
def test_no_way_of_writing_a_value_makes_it_markdown(tmp_path: Path, source: str) -> None:
    (tmp_path / "page.md").write_text(source, encoding="utf-8")
    value = "**b** [l](http://x) | `c` 1. # &amp; <i>"
    text = render("page.md", folders=[tmp_path], context={"x": value})
    assert parse(text).blocks == (Paragraph((Run(value),)),)


def test_markdown_of_the_caller_goes_in_as_it_is(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ x }}", x=Markdown("**3**[^a]")) == "**3**[^a]"


def test_a_users_template_overrides_a_block_and_keeps_the_rest(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    shipped.mkdir()
    own.mkdir()
    (shipped / "page.md").write_text("{% block a %}A{% endblock %}{% block b %}B{% endblock %}")
    (own / "page.md").write_text(
        '{% extends "shipped/page.md" %}{% block b %}{{ super() }}+{% endblock %}'
    )
    assert render("page.md", folders=[own, shipped], context={}) == "AB+"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("\n\n{{ peple }}", "page.md:3: 'peple' is undefined"),
        ("{{ row.x }}", "page.md:1: 'dict object' has no attribute 'x'"),
        ("a\n{% if %}", "page.md:2: Expected an expression"),
        ("{{ 1 / 0 }}", "page.md:1: division by zero"),
        ("{{ 1 | nofilter }}", "page.md:1: No filter named 'nofilter'"),
        ("{{ none }}", "page.md:1: a value is missing here"),
        ("{% include 'other.md' %}", 'page.md:1: there is no template "other.md"'),
        ("{{ _('%(v)s') }}", "page.md:1: no value for 'v'"),
        ("{{ 1 + 'a' }}", "page.md:1: text and other values are joined by ~"),
    ],
)
def test_an_error_names_template_and_line(tmp_path: Path, source: str, words: str) -> None:
    assert failure(tmp_path, source, row={}).message.startswith(words)


def test_an_error_in_an_included_template_names_that_one(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("\n{{ oops }}")
    assert failure(tmp_path, "{% include 'part.md' %}").message.startswith("part.md:2: 'oops'")


def test_an_error_of_the_programme_gets_the_place_in_the_template(tmp_path: Path) -> None:
    def figure(key: str) -> str:
        raise KerjaError(f'there is no figure "{key}"', "check the key")

    error = failure(tmp_path, "\n{{ figure('a.b') }}", figure=figure)
    assert (error.message, error.hint) == ('page.md:2: there is no figure "a.b"', "check the key")


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(KerjaError, match=r'there is no template "none\.md"'):
        render("none.md", folders=[tmp_path], context={})


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ x.format(1) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__ }}",
        "{{ _.__globals__ }}",
        "{{ rows.append(1) }}",
        "{{ path.read_text() }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 1000000000 }}",
        "{{ [0] * 1000000000 }}",
        "{{ 10000000 * 10000000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ (1).to_bytes(1000000000, 'big') }}",
        "{% for i in range(100000000) %}{% endfor %}",
        "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
        "{% set n = namespace(t='aaaaaaaaaa') %}{% for i in range(40) %}{% set n.t = n.t ~ n.t %}"
        "{% endfor %}",
        "{% set n = namespace(t=[1]) %}{% for i in range(40) %}{% set n.t = n.t + n.t %}"
        "{% endfor %}",
        "{{ 'a' | center(1000000000) }}",
        "{{ x | safe }}",
        "{{ x | attr('__class__') }}",
        "{{ lipsum(100) }}",
        "{% include '../outside.md' %}",
        "{% include '/etc/hostname' %}",
        "{% include 'link.md' %}",
        "{% extends 'page.md' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
)
def test_a_template_cannot_get_out_or_run_away(tmp_path: Path, source: str) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    outside = tmp_path / "outside.md"
    outside.write_text("secret")
    (folder / "link.md").symlink_to(outside)
    failure(folder, source, x="x", rows=[], path=outside)


def test_html_values_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<p title="{{ x }}">{{ x ~ "&" }}{{ [x] | join }}</p>')
    text = render_html("page.html", folders=[tmp_path], context={"x": '<b>"'})
    assert text == ('<p title="&lt;b&gt;&#34;">&lt;b&gt;&#34;&amp;&lt;b&gt;&#34;</p>')


def test_markdown_in_html_is_shown_as_text(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ x }}")
    value = Markdown.escape("<1>")
    assert render_html("page.html", folders=[tmp_path], context={"x": value}) == "&lt;1&gt;"


def test_texts_are_translated_with_values_and_plurals(tmp_path: Path) -> None:
    catalogue = Catalogue(
        "id",
        {
            Message("Decide **%(what)s**"): ("Putuskan **%(what)s**",),
            Message("one", "%(num)s people"): ("%(num)s orang",),
        },
        plural_form=lambda number: 0,
    )
    (tmp_path / "page.md").write_text(
        '{{ _("Decide **%(what)s**", what=x) }} {% trans %}Decide **{{ what }}**{% endtrans %} '
        '{{ ngettext("one", "%(num)s people", 5) }}'
    )
    text = render(
        "page.md", folders=[tmp_path], context={"x": "a", "what": "b"}, translations=catalogue
    )
    assert unshield(text) == "Putuskan **a** Putuskan **b** 5 orang"


def test_all_texts_of_templates_are_found(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(
        '{{ _("A") }}{% trans n=2 %}one{% pluralize %}many{% endtrans %}{{ pgettext("c", "B") }}'
    )
    found = set(messages(tmp_path))
    assert {Message("A"), Message("one", "many"), Message("B", context="c")} <= found
    assert Message("Contents") in found
