"""Commands from file to file; they need no database."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any

import click

from api.commands.options import DAY, output, report, write
from api.files import mapping_of, read_json_lines
from api.v1.schemas import PairSchema, RequirementSchema, SupplierSchema
from matchmaker.duplicates import likely_pairs, score_pair
from matchmaker.intake import read_suppliers
from matchmaker.ranking import Index, Match, index_of, rank_on, read_qrels, read_run, trec_lines, understand
from matchmaker.ranking import evaluate as measure
from matchmaker.records import Requirement, Supplier, form_of, requirement_from, supplier_from

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--suppliers", type=FILE, required=True, help="Suppliers, JSON Lines.")
@click.option("--requirements", type=FILE, required=True, help="Requirements, JSON Lines or a JSON array.")
@click.option("--top", default=20, show_default=True, type=click.IntRange(1), help="Suppliers listed for each.")
@click.option("--on", type=DAY, default=None, help="Day for which certificates must hold; today if left out.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv", "trec"]), default="table", show_default=True
)
@output
def rank(suppliers: Path, requirements: Path, top: int, on: date | None, form: str, out: Path | None) -> None:
    """Rank every requirement of a file against the suppliers of a file, with reasons.

    Example: matchmaker rank --suppliers S.jsonl --requirements R.jsonl --top 5 --on 2026-06-01
    """
    index = index_of(_suppliers(suppliers))
    on = on or datetime.now(UTC).date()
    lists = [(requirement, rank_on(requirement, index, on)[:top]) for requirement in _requirements(requirements)]
    write(out, _FORMS[form](lists, index))


def _suppliers(path: Path) -> list[Supplier]:
    forms, warnings = read_json_lines(path, SupplierSchema())
    report(warnings, path)
    return [supplier_from(form) for form in forms]


def _requirements(path: Path) -> list[Requirement]:
    forms, warnings = read_json_lines(path, RequirementSchema())
    report(warnings, path)
    return [requirement_from(form) for form in forms]


Lists = list[tuple[Requirement, list[Match]]]


def _table(lists: Lists, index: Index) -> str:
    return "\n".join(block for requirement, matches in lists for block in table_lines(requirement, matches, index))


def table_lines(requirement: Requirement, matches: list[Match], index: Index) -> list[str]:
    """The ranked list as lines for a terminal: each match with its reasons, gates that do not pass, questions."""
    lines = [f"{requirement.id}  {requirement.title}".rstrip(), ""]
    for match in matches:
        body = match.body("en")
        name = index.documents[match.supplier_id].name
        lines.append(f"{match.rank:>3}. {match.score:6.2f}  {match.band:<15} {match.supplier_id}  {name}")
        lines += [
            f"       +{reason['points']:<6g} {reason['detail']}" for reason in body["reasons"] if reason["points"]
        ]
        lines += [
            f"       {gate['answer']:<7} {gate['gate']}: {gate['detail']}"
            for gate in body["gates"]
            if gate["answer"] != "pass"
        ]
    return [*lines, ""]


def _json(lists: Lists, index: Index) -> str:
    return "\n".join(
        json.dumps(
            {
                "requirement": form_of(requirement),
                "matches": [
                    {"supplier": index.documents[match.supplier_id].card, **match.body("en")} for match in matches
                ],
            },
            ensure_ascii=False,
        )
        for requirement, matches in lists
    )


def _csv(lists: Lists, index: Index) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["requirement", "rank", "supplier_id", "supplier", "band", "score", "coverage"])
    for requirement, matches in lists:
        for match in matches:
            name = index.documents[match.supplier_id].name
            row = [requirement.id, match.rank, match.supplier_id, name, match.band, match.score, match.coverage]
            writer.writerow(row)
    return out.getvalue().rstrip("\n")


def _trec(lists: Lists, index: Index) -> str:
    return "\n".join(
        line for requirement, matches in lists for line in trec_lines(requirement.id, [m.supplier_id for m in matches])
    )


_FORMS = {"table": _table, "json": _json, "csv": _csv, "trec": _trec}


@click.command()
@click.argument("text")
def parse(text: str) -> None:
    """Show how a free text is understood, what was ignored and what to ask (JSON).

    Example: matchmaker parse "SUS304 t1.2 stamping + zinc plating, 50k/month, ±0.05"
    """
    got = understand(text)
    answer = {
        "requirement": {key: value for key, value in form_of(got.requirement).items() if key != "id"},
        "read": [{"field": fact.field, "words": fact.words} for fact in got.facts],
        "ignored": list(got.ignored),
        "questions": [question.text() for question in got.questions],
    }
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


@click.command()
@click.option("--run", "run_file", type=click.File(encoding="utf-8"), required=True, help="A run (TREC form).")
@click.option("--qrels", type=click.File(encoding="utf-8"), required=True, help="Judgements (TREC form).")
@click.option("--languages", type=click.File(encoding="utf-8"), help="Lines `query language`, for figures by language.")
def evaluate(run_file: IO[str], qrels: IO[str], languages: IO[str] | None) -> None:
    """Measure a ranking against judgements: nDCG@10, MAP, MRR, recall@10 and @100.

    Example: matchmaker evaluate --run run.txt --qrels qrels.tsv
    """
    judged, run = read_qrels(qrels), read_run(run_file)
    groups = {"all": judged}
    for line in languages or ():
        query, _, language = line.strip().partition("\t" if "\t" in line else " ")
        if query in judged:
            groups.setdefault(language.strip(), {})[query] = judged[query]
    for name, group in groups.items():
        figures = "  ".join(f"{measured} {value:.4f}" for measured, value in measure(group, run).items())
        click.echo(f"{name:<5} {len(group):>4} queries  {figures}")


@click.command()
@click.option("--suppliers", type=FILE, help="Suppliers, JSON Lines: which of them are likely one firm?")
@click.option("--pairs", type=FILE, help='Lines {"pair_id", "a": {supplier}, "b": {supplier}}: how likely is each?')
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@output
def dedupe(suppliers: Path | None, pairs: Path | None, form: str, out: Path | None) -> None:
    """List the pairs of records that are likely one firm, or score given pairs, with probability and reasons.

    Given pairs are answered as JSON Lines in their order; 0.5 and above means one firm.

    Example: matchmaker dedupe --suppliers S.jsonl --format json
    """
    if (suppliers is None) == (pairs is None):
        raise click.UsageError("give either --suppliers or --pairs")
    if pairs:
        write(out, _json_lines(_scored(pairs)))
    elif suppliers:
        found = _likely(_suppliers(suppliers))
        write(out, _json_lines(found) if form == "json" else _pair_csv(found))


def _scored(path: Path) -> list[dict[str, Any]]:
    forms, warnings = read_json_lines(path, PairSchema(), "pair_id")
    report(warnings, path)
    return [{"pair_id": form["pair_id"], **_likeness(form["a"], form["b"])} for form in forms]


def _likeness(a: dict[str, Any], b: dict[str, Any]) -> dict[str, Any]:
    likeness = score_pair(supplier_from({"id": "a", **a}), supplier_from({"id": "b", **b}))
    return {"probability": likeness.probability, "reasons": [reason.detail for reason in likeness.reasons]}


def _likely(suppliers: list[Supplier]) -> list[dict[str, Any]]:
    return [
        {
            "a": pair.a_id,
            "b": pair.b_id,
            "probability": pair.likeness.probability,
            "reasons": [reason.detail for reason in pair.likeness.reasons],
        }
        for pair in likely_pairs(suppliers)
    ]


def _json_lines(answers: list[dict[str, Any]]) -> str:
    return "\n".join(json.dumps(answer, ensure_ascii=False) for answer in answers)


def _pair_csv(pairs: list[dict[str, Any]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["a", "b", "probability", "reasons"])
    for pair in pairs:
        writer.writerow([pair["a"], pair["b"], pair["probability"], " ".join(pair["reasons"])])
    return text.getvalue().rstrip("\n")


@click.command()
@click.argument("file", type=FILE)
@click.option("--mapping", type=FILE, help="JSON object from column header (or number) to field.")
@click.option("--encoding", help="Encoding of a CSV file, where it cannot be told: windows-1258, utf-16, …")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Suppliers, JSON Lines.")
@click.option("--problems", type=click.Path(dir_okay=False, path_type=Path), help="Problems by row, CSV.")
def read(file: Path, mapping: Path | None, encoding: str | None, out: Path, problems: Path | None) -> None:
    """Read a supplier list (xlsx or csv, as people send them) into JSON Lines; problems by row on stderr.

    Example: matchmaker read list.xlsx --out suppliers.jsonl
    """
    got = read_suppliers(file.read_bytes(), file.name, mapping=read_mapping(mapping), encoding=encoding)
    write(out, "\n".join(json.dumps(supplier.form, ensure_ascii=False) for supplier in got.suppliers))
    for problem in got.problems:
        if problem.severity != "note":
            click.echo(problem_line(problem), err=True)
    if problems:
        write(problems, _problem_csv(got.problems))
    click.echo(f"{len(got.suppliers)} suppliers read from {file.name}", err=True)


def problem_line(problem: Any) -> str:
    """A problem as one line: where, what, what to do."""
    where = ":".join(str(part) for part in (problem.filename, problem.sheet, problem.row, problem.column) if part)
    return f"{problem.severity}: {where}: {problem.message} {problem.advice}".rstrip()


def _problem_csv(problems: Any) -> str:
    text = io.StringIO(newline="")
    columns = ("severity", "code", "filename", "sheet", "row", "column", "found", "message", "advice")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for problem in problems:
        writer.writerow([getattr(problem, column) for column in columns])
    return text.getvalue().rstrip("\n")


def read_mapping(path: Path | None) -> dict[str, str] | None:
    """The mapping in a JSON file, None without one. Raises `Invalid`."""
    return mapping_of(path.read_text(encoding="utf-8", errors="replace")) if path else None
