"""Pairs worth a person's look, among all records."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from duplicates.labelled import labelled_pairs

import matchmaker
from matchmaker.duplicates import likely_pairs, score_pair
from matchmaker.duplicates.blocking import candidates
from matchmaker.duplicates.traits import traits_of
from matchmaker.intake import read_suppliers
from matchmaker.records import Contact, Supplier, supplier_from

SAMPLE = Path(matchmaker.__file__).parent / "sample"
LISTS = ("suppliers-association.xlsx", "suppliers-fair.csv", "suppliers-legacy.csv")


def some_suppliers(count: int) -> list[Supplier]:
    """Both sides of labelled pairs from all parts of the file."""
    pairs = labelled_pairs()
    return [side for pair in pairs[:: 2 * len(pairs) // count] for side in (pair.a, pair.b)][:count]


def test_no_likely_pair_is_lost_by_comparing_few() -> None:
    suppliers = some_suppliers(240)
    all_pairs = {frozenset((a.id, b.id)) for a, b in combinations(suppliers, 2) if score_pair(a, b).probability >= 0.5}
    found = {frozenset((pair.a_id, pair.b_id)) for pair in likely_pairs(suppliers)}
    assert found == all_pairs
    assert len(found) > 50


def test_few_of_all_pairs_are_compared() -> None:
    suppliers = some_suppliers(600)
    assert len(candidates([traits_of(supplier) for supplier in suppliers])) < 0.01 * 600 * 599 / 2


def test_the_most_probable_come_first_and_ties_go_by_id() -> None:
    pairs = likely_pairs(some_suppliers(200))
    assert pairs == sorted(pairs, key=lambda pair: (-pair.likeness.probability, pair.a_id, pair.b_id))
    assert all(pair.likeness.probability >= 0.5 for pair in pairs)
    surer = likely_pairs(some_suppliers(200), at_least=0.9)
    assert surer == [pair for pair in pairs if pair.likeness.probability >= 0.9]


def test_a_number_of_many_records_says_less() -> None:
    contact = (Contact(phone="0222 3000 220"),)
    twins = [
        Supplier(f"S{i}", f"Công ty TNHH {name}", contacts=contact)
        for i, name in enumerate(("Kim Đạt", "Kim Đạt Mold"))
    ]
    others = [Supplier(f"T{i}", f"Công ty TNHH Bộ {i}", contacts=contact) for i in range(3)]
    alone, among = likely_pairs(twins, at_least=0.0)[0], likely_pairs([*twins, *others], at_least=0.0)[0]
    assert (alone.a_id, alone.b_id) == (among.a_id, among.b_id)
    assert alone.likeness.probability > among.likeness.probability


def test_nothing_and_one_record_give_no_pairs() -> None:
    assert likely_pairs([]) == []
    assert likely_pairs([Supplier("S1", "Công ty TNHH Kim Đạt")]) == []


def test_hundreds_of_namesakes_are_still_compared_with_their_like() -> None:
    namesakes = [Supplier(f"S{i}", "Công ty TNHH Thành Công", tax_code="", province="Hà Nội") for i in range(2)]
    crowd = [replace(namesakes[0], id=f"T{i}", province="Đà Nẵng", name="Công ty CP Thành Công") for i in range(70)]
    found = {(pair.a_id, pair.b_id) for pair in likely_pairs([*namesakes, *crowd])}
    assert ("S0", "S1") in found


def test_the_samples_ten_duplicates_are_proposed_and_no_others() -> None:
    suppliers, where = [], {}
    for name in LISTS:
        for number, read in enumerate(read_suppliers((SAMPLE / name).read_bytes(), name).suppliers, start=1):
            where[name, str(read.row if name.endswith(".xlsx") else number)] = read.form["id"]
            suppliers.append(supplier_from(read.form))
    with (SAMPLE / "truth-duplicates.tsv").open(encoding="utf-8", newline="") as lines:
        known = {
            frozenset((where[row["file_a"], row["row_a"]], where[row["file_b"], row["row_b"]]))
            for row in csv.DictReader(lines, delimiter="\t")
        }
    assert {frozenset((pair.a_id, pair.b_id)) for pair in likely_pairs(suppliers)} == known


def test_a_mistyped_tax_code_is_left_to_people_and_a_second_spelling_is_proposed() -> None:
    """`bad/06`: data rows 2 and 5 are two firms with one code, 3 and 10 one firm in two spellings."""
    content = (SAMPLE / "bad" / "06-duplicate-mst.csv").read_bytes()
    read = read_suppliers(content, "06-duplicate-mst.csv").suppliers
    suppliers = [supplier_from({**one.form, "id": str(number)}) for number, one in enumerate(read, start=1)]
    assert [(pair.a_id, pair.b_id) for pair in likely_pairs(suppliers)] == [("3", "10")]
    conflict = score_pair(suppliers[1], suppliers[4])
    assert "one_tax_code_on_two_names" in {reason.feature for reason in conflict.reasons}
