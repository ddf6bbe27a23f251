from __future__ import annotations

import pytest
from django.db import connection, models
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import isolate_apps
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kittiwake.ui.paging import by_key, by_number
from kittiwake.ui.tests.reading import every, one

NEWEST = ("-hung", "name", "-pk")


def asked(address=""):
    return RequestFactory().get("/gates/" + address)


@pytest.fixture
def gates(db):
    """A table of this test's own: ordered by a column that may be empty, with ties."""
    with isolate_apps("kittiwake.ui"):

        class Gate(models.Model):
            name = models.CharField(max_length=20)
            hung = models.IntegerField(null=True)

            class Meta:
                app_label = "ui"

    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE ui_gate (id bigint PRIMARY KEY, name text NOT NULL, hung integer) ON COMMIT DROP"
        )
    return Gate.objects


def hang(gates, *hung):
    gates.bulk_create(gates.model(id=n, name="abc"[n % 3], hung=value) for n, value in enumerate(hung, 1))


def keys(page):
    return [row.pk for row in page]


def walk(queryset, order, size, link="next"):
    """Every page from one end to the other, following the links."""
    pages, address = [], ""
    while True:
        page = by_key(asked(address), queryset, order, size)
        pages.append(page)
        address = getattr(page, link)
        if not address:
            return pages


def test_pages_by_key_join_up_to_the_whole_list(gates):
    hang(gates, 5, None, 5, 7, None, 5, 1)
    whole = [gate.pk for gate in gates.order_by(*NEWEST)]
    pages = walk(gates.all(), NEWEST, 2)
    assert [key for page in pages for key in keys(page)] == whole
    assert [len(page) for page in pages] == [2, 2, 2, 1]


@hypothesis_settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    hung=st.lists(st.none() | st.integers(0, 3), max_size=9),
    order=st.sampled_from([NEWEST, ("hung", "-name", "pk"), ("name", "-hung", "pk"), ("-pk",)]),
    size=st.integers(1, 4),
)
def test_no_row_is_lost_or_shown_twice_either_way(gates, hung, order, size):
    gates.all().delete()
    hang(gates, *hung)
    whole = [gate.pk for gate in gates.order_by(*order)]
    pages = walk(gates.all(), order, size)
    assert [key for page in pages for key in keys(page)] == whole
    back, page = keys(pages[-1]), pages[-1]
    while page.previous:
        page = by_key(asked(page.previous), gates.all(), order, size)
        back = keys(page) + back
    assert back == whole


def test_a_list_one_longer_than_a_page_has_a_second_page(gates):
    hang(gates, *range(50))
    assert by_key(asked(), gates.all(), ("pk",), 50).is_all
    hang_one_more = gates.model(id=51, name="a", hung=1)
    hang_one_more.save(force_insert=True)
    first = by_key(asked(), gates.all(), ("pk",), 50)
    assert (len(first), first.previous, first.next) == (50, "", "?after=50")
    assert keys(by_key(asked(first.next), gates.all(), ("pk",), 50)) == [51]


def test_a_page_by_key_takes_two_queries_and_counts_nothing(gates, django_assert_num_queries):
    hang(gates, 1, 2, 3)
    with django_assert_num_queries(2) as asked_for:
        by_key(asked("?after=1"), gates.all(), ("pk",), 1)
    assert not any("COUNT" in query["sql"] for query in asked_for.captured_queries)


def test_the_address_holds_a_key_and_the_filters_and_nothing_else(gates):
    hang(gates, 1, 2)
    page = by_key(asked("?wood=oak&wood=ash&page=4"), gates.all(), ("name", "pk"), 1)
    assert QueryDict(page.next[1:]) == QueryDict("wood=oak&wood=ash&after=" + str(page.rows[0].pk))


@pytest.mark.parametrize(
    "address", ["?after=99", "?after=abc", "?before=2", "?after=99999999999999999999999", "?after=%00"]
)
def test_a_row_that_cannot_be_seen_means_from_the_start(gates, address):
    hang(gates, 1, 2, 3)
    page = by_key(asked(address), gates.exclude(pk=2), ("pk",), 5)
    assert keys(page) == [1, 3]
    assert page.previous == ""


def test_the_order_must_end_in_the_key(gates):
    with pytest.raises(ValueError, match="unique"):
        by_key(asked(), gates.all(), ("name",))


def test_a_counted_list_says_where_it_is():
    page = by_number(asked("?page=2"), range(312))
    assert page.showing == "Showing 51 to 100 of 312"
    assert (page.rows[0], len(page)) == (50, 50)
    assert (page.previous, page.next) == ("?page=1", "?page=3")


def test_it_counts_a_queryset(gates):
    hang(gates, 1, 2, 3)
    page = by_number(asked("?page=2"), gates.order_by("pk"), size=2)
    assert (keys(page), page.showing) == ([3], "Showing 3 to 3 of 3")


@pytest.mark.parametrize(
    ("typed", "first"), [("0", 0), ("-1", 0), ("x", 0), ("99", 310), ("9" * 30, 0), ("٣", 0)]
)
def test_a_page_that_does_not_exist_is_the_nearest_that_does(typed, first):
    assert by_number(asked(f"?page={typed}"), range(312), size=10).rows[0] == first


@pytest.mark.parametrize(
    ("rows", "said"), [(0, ""), (1, "Showing 1"), (12, "Showing all 12"), (1200, "Showing 1 to 50 of 1,200")]
)
def test_it_says_how_much_is_shown(rows, said):
    assert by_number(asked(), range(rows)).showing == said


@pytest.mark.parametrize(
    ("page", "line"),
    [(1, "1 2 … 9"), (3, "1 2 3 4 … 9"), (4, "1 2 3 4 5 … 9"), (5, "1 … 4 5 6 … 9"), (9, "1 … 8 9")],
)
def test_it_names_the_pages_near_this_one(page, line):
    numbers = by_number(asked(f"?page={page}"), range(9), size=1).numbers
    assert " ".join(str(number) if number else "…" for number, _, _ in numbers) == line
    assert [number for number, _, current in numbers if current] == [page]


def drawn(page):
    return Template('{% include "ui/_pagination.html" %}').render(Context({"rows_page": page}))


def test_the_pages_links_are_drawn():
    html = drawn(by_number(asked("?page=2&wood=oak"), range(30), size=10))
    assert one(html, "p", role="status").text == "Showing 11 to 20 of 30"
    assert one(html, "a", rel="next")["href"] == "?wood=oak&page=3"
    assert one(html, "a", aria_current="page")["aria-label"] == "Page 2"


def test_a_list_that_fits_has_no_links():
    html = drawn(by_number(asked(), range(3)))
    assert one(html, "p").text == "Showing all 3"
    assert every(html, "nav") == []


def test_an_uncounted_page_has_only_previous_and_next(gates):
    hang(gates, 1, 2, 3)
    html = drawn(by_key(asked("?after=1"), gates.all(), ("pk",), 1))
    assert [link["rel"] for link in every(html, "a")] == ["prev", "next"]
    assert every(html, "p") == []
