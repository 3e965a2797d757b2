"""`learn` proposes and changes nothing; too few judgements are refused in one line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from matchmaker.ranking.learning import PRESENT

SUPPLIERS = [
    {"id": "S1", "name": "Dập Sao Mai", "processes": ["dập kim loại"]},
    {"id": "S2", "name": "Nhựa Sao Hôm", "processes": ["ép nhựa"], "description": "metal stamping of brackets sold"},
]


def learn(folder: Path, *extra: str) -> subprocess.CompletedProcess[str]:
    files = ("--suppliers", "S.jsonl", "--requirements", "R.jsonl", "--qrels", "qrels.tsv", "--on", "2026-06-01")
    command = [sys.executable, "-m", "matchmaker", "learn", *files, *extra]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def fill(folder: Path, needs: int) -> None:
    names = [f"R{number}" for number in range(needs)]
    requirements = [{"id": name, "title": "metal stamping of brackets"} for name in names]
    for name, forms in (("S.jsonl", SUPPLIERS), ("R.jsonl", requirements)):
        (folder / name).write_text("\n".join(map(json.dumps, forms)), encoding="utf-8")
    (folder / "qrels.tsv").write_text("\n".join(f"{name} 0 S1 3\n{name} 0 S2 0" for name in names), encoding="utf-8")


def test_weights_stand_side_by_side_and_in_the_file(tmp_path: Path) -> None:
    fill(tmp_path, 20)
    got = learn(tmp_path, "--out", "W.json")
    assert got.returncode == 0, got.stderr
    assert "Nothing was changed." in got.stdout
    assert [line.split()[0] for line in got.stdout.splitlines()[1 : 1 + len(PRESENT)]] == list(PRESENT)
    proposal = json.loads((tmp_path / "W.json").read_text(encoding="utf-8"))
    assert proposal["weights"].keys() == PRESENT.keys()
    assert proposal["needs"] == 20
    assert len(proposal["held_out_ndcg_at_10"]["learned"]) == 5


def test_too_few_are_refused_in_one_line(tmp_path: Path) -> None:
    fill(tmp_path, 19)
    got = learn(tmp_path)
    assert (got.returncode, got.stdout, got.stderr.count("\n")) == (1, "", 1)
    assert "at least 20" in got.stderr


@pytest.mark.parametrize("option", ["--suppliers", "--requirements", "--qrels"])
def test_one_file_alone_is_wrong_usage(tmp_path: Path, option: str) -> None:
    fill(tmp_path, 1)
    command = [sys.executable, "-m", "matchmaker", "learn", option, "S.jsonl"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 2
