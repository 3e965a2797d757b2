"""Tolerances wherever they are stated, and nothing that only looks like one."""

from __future__ import annotations

import time

import pytest

from matchmaker.text.tolerances import accuracy_mm, lone_length_mm, tolerances


@pytest.mark.parametrize(
    ("text", "mm"),
    [
        ("mài phẳng; dung sai 0,005 mm", 0.005),
        ("Gia công CNC sau đúc (±0,05)", 0.05),
        ("dung sai ±0.05mm", 0.05),
        ("+/- 0.05mm", 0.05),
        ("±5 µm", 0.005),
        ("± 5 \u03bcm", 0.005),
        ("độ chính xác 10 µm", 0.01),
        ("do chinh xac 10 um", 0.01),
        ("CX khuôn 0,02", 0.02),
        ("gia công CNC đạt 0,03 mm", 0.03),
        ("tôn 0,8÷6 mm, dung sai 0,1", 0.1),
        ("dây 0,1-8 mm, ủ khử ứng suất, dung sai 0,02", 0.02),
        ("(M1.4~M12), dung sai 0,02 mm", 0.02),
        ("ép nhựa 100-250T, ±0,1", 0.1),
        ("SUS304 t1.2 stamping, 50k/month, ±0.05", 0.05),
        ("±0.05 on bores", 0.05),
        ("寸法公差±0.03mm以内", 0.03),
        ("±5µmの精度", 0.005),
        ("공차 ±0.05", 0.05),
        ("公差0.02mm", 0.02),
        ("±2丝", 0.02),
        ("+0.02/0", 0.02),
        ("0/-0.05 mm", 0.05),
    ],
)
def test_a_stated_tolerance_is_found(text: str, mm: float) -> None:
    assert [one.mm for one in tolerances(text)] == [mm]


@pytest.mark.parametrize("text", ["-0,02 / +0,05 mm", "+0.05/-0.02 mm", "dung sai +0,05/-0,02"])
def test_of_two_sides_the_larger_counts(text: str) -> None:
    assert [one.mm for one in tolerances(text)] == [0.05]


def test_of_a_range_the_tighter_end_counts() -> None:
    assert [one.mm for one in tolerances("dung sai 0,01-0,02 mm")] == [0.01]


@pytest.mark.parametrize(
    "text",
    [
        "dây 0,1-8 mm",
        "tôn 0,8÷6 mm",
        "CNC coiling dia. 0.15-6 mm",
        "phun muối 96h-720h",
        "±5%",
        "荷重公差±5%",
        "±3度",
        "±0,5°",
        "±5°C",
        "± 2 kg",
        "cơ khí chính xác 5 trục",
        "độ chính xác cao 5 trục",
        "dung sai IT7",
        "dung sai ISO 2768-m",
        "Ra 0,8",
        "±25 mm",
    ],
)
def test_sizes_and_other_figures_are_no_tolerances(text: str) -> None:
    assert tolerances(text) == []


def test_a_tolerance_knows_its_place() -> None:
    text = "tiện CNC ±0,05; rèn"
    (one,) = tolerances(text)
    assert text[one.start : one.end] == "±0,05"


@pytest.mark.parametrize(("text", "mm"), [("0.05mm", 0.05), ("5 µm", 0.005), ("CNC 0.05mm", None), ("150 mm", None)])
def test_a_length_that_stands_alone(text: str, mm: float | None) -> None:
    assert lone_length_mm(text) == mm


@pytest.mark.parametrize(
    ("text", "mm"),
    [
        ("0.05", 0.05),
        ("0.05 mm (flash max 0.05)", 0.05),
        ("0.01 mm; gear JIS N6", 0.01),
        ("5μm", 0.005),
        ("0.02mm", 0.02),
        ("JIS N6", None),
    ],
)
def test_in_a_column_of_accuracies_bare_numbers_count(text: str, mm: float | None) -> None:
    assert accuracy_mm(text) == mm


def test_the_column_may_name_the_unit() -> None:
    assert accuracy_mm("5", "µm") == 0.005


@pytest.mark.parametrize("text", ["1" * 40_000, "dung sai " * 4000, "±" * 40_000, "-1" * 20_000, "+1/" * 13_000])
def test_hostile_text_costs_little(text: str) -> None:
    before = time.perf_counter()
    accuracy_mm(text)
    assert time.perf_counter() - before < 1
