"""The command line as people call it: help, answers, exit status 0 done, 1 refused in one line, 2 wrong usage."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from api.commands import COMMANDS, cli

SAMPLE = Path(str(resources.files("matchmaker") / "sample"))
SUPPLIER = {"id": "S1", "name": "Công ty Dập Sao Mai", "processes": ["dập kim loại"], "materials": ["SPCC"]}
OTHER = {"id": "S2", "name": "Công ty Nhựa Sao Hôm", "processes": ["ép nhựa"]}
REQUIREMENT = {"id": "R1", "title": "metal stamping of SPCC brackets"}


def run(*args: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """The command as its own process, as an operator runs it."""
    return subprocess.run(
        [sys.executable, "-m", "matchmaker", *args],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=env,
        check=False,
    )


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two suppliers and a requirement."""
    suppliers = "\n".join(json.dumps(supplier, ensure_ascii=False) for supplier in (SUPPLIER, OTHER))
    (tmp_path / "S.jsonl").write_text(suppliers, encoding="utf-8")
    (tmp_path / "R.jsonl").write_text(json.dumps(REQUIREMENT), encoding="utf-8")
    return tmp_path


def ask(*args: str) -> str:
    """What a command prints on stdout; it must succeed."""
    result = CliRunner().invoke(cli, args, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def _leaves() -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for command in COMMANDS:
        inner = command.commands.values() if isinstance(command, click.Group) else [command]
        found += [(f"{command.name} {one.name}" if one is not command else str(one.name), one) for one in inner]
    return found


@pytest.mark.parametrize(("name", "command"), _leaves(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_has_help_with_an_example(name: str, command: click.Command) -> None:
    assert command.help
    assert f"Example: matchmaker {name}" in command.help


def test_ranked_table_has_reasons(files: Path) -> None:
    table = ask(
        "rank", "--suppliers", str(files / "S.jsonl"), "--requirements", str(files / "R.jsonl"), "--on", "2026-06-01"
    )
    first = table.splitlines()[2]
    assert "S1" in first
    assert "dập kim loại" in table


def test_trec_scores_fall_strictly(files: Path) -> None:
    lines = ask(
        "rank", "--suppliers", str(files / "S.jsonl"), "--requirements", str(files / "R.jsonl"), "--format", "trec"
    ).splitlines()
    scores = [float(line.split()[4]) for line in lines]
    assert lines[0].split()[:4] == ["R1", "Q0", "S1", "1"]
    assert scores == sorted(set(scores), reverse=True)


def test_json_is_one_object_a_requirement(files: Path) -> None:
    lines = ask(
        "rank", "--suppliers", str(files / "S.jsonl"), "--requirements", str(files / "R.jsonl"), "--format", "json"
    ).splitlines()
    answer = json.loads(lines[0])
    assert answer["requirement"]["id"] == "R1"
    assert answer["matches"][0]["supplier"]["name"] == SUPPLIER["name"]


def test_parse_shows_what_was_read_and_what_not() -> None:
    answer = json.loads(ask("parse", "SUS304 t1.2 stamping + zinc plating, 50k/month, ±0.05, nicely"))
    got = answer["requirement"]
    assert got["processes"] == ["stamping", "zinc plating"]
    assert got["materials"] == ["SUS304"]
    assert (got["annual_volume"], got["tolerance_mm"]) == (600_000, 0.05)
    assert answer["ignored"] == ["nicely"]
    assert answer["questions"] == []


def test_parse_asks_where_nothing_is_said() -> None:
    assert len(json.loads(ask("parse", "good quality please"))["questions"]) == 1


def test_given_pairs_are_scored_in_their_order(tmp_path: Path) -> None:
    same = {"pair_id": "z", "a": {"name": "Công ty TNHH Dập Hạ Mão"}, "b": {"name": "Ha Mao Stamping Co., Ltd"}}
    other = {"pair_id": "a", "a": {"name": "Công ty TNHH Dập Hạ Mão"}, "b": {"name": "Công ty CP Nhựa Sao Hôm"}}
    (tmp_path / "P.jsonl").write_text("\n".join(map(json.dumps, (same, other))), encoding="utf-8")
    answers = [json.loads(line) for line in ask("dedupe", "--pairs", str(tmp_path / "P.jsonl")).splitlines()]
    assert [answer["pair_id"] for answer in answers] == ["z", "a"]
    assert answers[0]["probability"] >= 0.5 > answers[1]["probability"]
    assert all(answer["reasons"] for answer in answers)


def test_evaluate_by_language(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("q1 Q0 a 1 2 t\nq1 Q0 b 2 1 t\nq2 Q0 b 1 1 t\n")
    (tmp_path / "qrels").write_text("q1 0 a 3\nq2 0 a 3\n")
    (tmp_path / "languages").write_text("q1 en\nq2 vi\n")
    lines = ask(
        "evaluate",
        *("--run", str(tmp_path / "run")),
        *("--qrels", str(tmp_path / "qrels")),
        *("--languages", str(tmp_path / "languages")),
    ).splitlines()
    assert [line.split()[0] for line in lines] == ["all", "en", "vi"]
    assert "nDCG@10 0.5000" in lines[0]
    assert "nDCG@10 1.0000" in lines[1]
    assert "nDCG@10 0.0000" in lines[2]


def test_read_writes_suppliers_and_problems(tmp_path: Path) -> None:
    out, problems = tmp_path / "S.jsonl", tmp_path / "P.csv"
    read = run("read", str(SAMPLE / "bad" / "04-short-row-17.csv"), "--out", str(out), "--problems", str(problems))
    assert read.returncode == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 21
    assert ":17:" in read.stderr
    assert "short" in problems.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_is_refused_in_one_line(tmp_path: Path) -> None:
    refused = run("read", str(SAMPLE / "bad" / "02-truncated.xlsx"), "--out", str(tmp_path / "S.jsonl"))
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert not (tmp_path / "S.jsonl").exists()


def test_a_wrong_field_is_named_with_its_line(files: Path) -> None:
    (files / "S.jsonl").write_text('{"id": "S1", "name": "A"}\n{"id": "S2", "name": "B", "tolerance_mm": "fine"}\n')
    refused = run("rank", "--suppliers", str(files / "S.jsonl"), "--requirements", str(files / "R.jsonl"))
    assert refused.returncode == 1
    assert "line 2" in refused.stderr
    assert "tolerance_mm" in refused.stderr


@pytest.mark.parametrize("args", [["rank"], ["no-such-command"], ["rank", "--top", "many"]])
def test_wrong_usage_is_status_two(args: list[str]) -> None:
    assert run(*args).returncode == 2


def _environment(database_url: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": database_url, "MATCHMAKER_SECRET": "k" * 32}


def test_an_empty_database_says_what_to_do(tmp_path: Path) -> None:
    refused = run("match", "R1", cwd=tmp_path, env=_environment(f"sqlite:///{tmp_path}/new.sqlite3"))
    assert refused.returncode == 1
    assert "matchmaker db upgrade" in refused.stderr


def test_from_a_list_to_a_ranked_requirement(database_url: str, tmp_path: Path) -> None:
    """Import a list twice, import requirements, rank, keep a run, export it; a dry run writes nothing."""
    env = _environment(database_url)

    def done(*args: str) -> subprocess.CompletedProcess[str]:
        result = run(*args, cwd=tmp_path, env=env)
        assert result.returncode == 0, result.stderr
        return result

    fair = str(SAMPLE / "suppliers-fair.csv")
    assert "30 new" in done("import-suppliers", fair, "--dry-run").stderr
    assert "30 new" in done("import-suppliers", fair).stderr
    assert "nothing changed" in done("import-suppliers", fair).stderr
    assert "30 new" in done("import-requirements", str(SAMPLE / "requirements.json")).stderr
    assert "30 already there" in done("import-requirements", str(SAMPLE / "requirements.json")).stderr
    assert "qualified" in done("match", "R01", "--top", "3", "--on", "2026-06-01").stdout
    run_id = done("match", "R01", "--store").stdout.strip()
    done("export", "run", run_id, "--format", "xlsx", "--out", str(tmp_path / "run.xlsx"))
    assert (tmp_path / "run.xlsx").read_bytes()[:2] == b"PK"
    answers = done("match-all", "--top", "2", "--workers", "1").stdout.splitlines()
    assert len(answers) == 30
    assert all(len(json.loads(line)["matches"]) <= 2 for line in answers)


def test_keys_and_people(database_url: str, tmp_path: Path) -> None:
    env = _environment(database_url)
    key = run("create-key", "--organisation", "acme", "--role", "buyer", cwd=tmp_path, env=env)
    assert key.stdout.startswith("mm_buyer_")
    person = ["create-user", "--email", "Lan@example.vn", "--name", "Lan", "--role", "staff", "--password"]
    assert run(*person, "correct horse", cwd=tmp_path, env=env).returncode == 0
    again = run(*person, "correct horse", cwd=tmp_path, env=env)
    assert (again.returncode, len(again.stderr.splitlines())) == (1, 1)
    assert run(*person, "short", cwd=tmp_path, env=env).returncode == 1


def test_a_backup_restores_into_either_database(database_url: str, tmp_path: Path) -> None:
    """From SQLite into both; the restored database goes on working, and takes a restore only while it is empty."""
    legacy, fair = (str(SAMPLE / f"suppliers-{name}.csv") for name in ("legacy", "fair"))
    source, target = _environment(f"sqlite:///{tmp_path}/source.sqlite3"), _environment(database_url)
    file = str(tmp_path / "backup.jsonl.gz")
    for args in (["db", "upgrade"], ["import-suppliers", legacy], ["backup", file]):
        assert run(*args, cwd=tmp_path, env=source).returncode == 0
    assert run("restore", file, cwd=tmp_path, env=target).returncode == 0
    assert "nothing changed" in run("import-suppliers", legacy, cwd=tmp_path, env=target).stderr
    assert "30 new" in run("import-suppliers", fair, cwd=tmp_path, env=target).stderr
    twice = run("restore", file, cwd=tmp_path, env=target)
    assert (twice.returncode, len(twice.stderr.splitlines())) == (1, 1)


def test_a_cut_backup_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    env = _environment(f"sqlite:///{tmp_path}/source.sqlite3")
    for args in (["db", "upgrade"], ["import-suppliers", str(SAMPLE / "suppliers-legacy.csv")], ["backup", "b.gz"]):
        run(*args, cwd=tmp_path, env=env)
    whole = (tmp_path / "b.gz").read_bytes()
    (tmp_path / "b.gz").write_bytes(whole[: len(whole) // 2])
    other = _environment(f"sqlite:///{tmp_path}/other.sqlite3")
    cut = run("restore", "b.gz", cwd=tmp_path, env=other)
    assert (cut.returncode, len(cut.stderr.splitlines())) == (1, 1)
    (tmp_path / "b.gz").write_bytes(whole)
    assert run("restore", "b.gz", cwd=tmp_path, env=other).returncode == 0
