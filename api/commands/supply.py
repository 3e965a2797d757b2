"""Commands that bring suppliers and requirements in."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

from api.commands.access import sample_keys
from api.commands.files import problem_line, read_mapping
from api.commands.options import progress, report
from api.commands.stores import PROGRAMME, done, opened, operator
from api.files import read_json_lines
from api.v1.schemas import RequirementSchema
from matchmaker.desk import accounts, imports, requirements, same_firm
from matchmaker.desk.actors import Actor
from matchmaker.errors import Conflict
from matchmaker.intake import Reading, read_suppliers
from matchmaker.records import requirement_from
from models.engine import Database
from models.matching import DUPLICATE_VERDICTS

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
SAMPLE_BUYER = "sample-buyer"
SAMPLE_LISTS = ("suppliers-association.xlsx", "suppliers-fair.csv", "suppliers-legacy.csv")


@click.command()
@click.argument("file", type=FILE)
@click.option("--mapping", type=FILE, help="JSON object from column header (or number) to field.")
@click.option("--encoding", help="Encoding of a CSV file, where it cannot be told.")
@click.option("--source", default="", help="Who sends the list; the file's name if left out.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
def import_suppliers(file: Path, mapping: Path | None, encoding: str | None, source: str, dry_run: bool) -> None:
    """Import a supplier list; the same file twice changes nothing.

    Example: matchmaker import-suppliers list.xlsx --dry-run
    """
    source = source or file.stem
    got = read_suppliers(file.read_bytes(), file.name, mapping=read_mapping(mapping), encoding=encoding, source=source)
    for problem in got.problems:
        if problem.severity != "note":
            click.echo(problem_line(problem), err=True)
    with opened() as database:
        outcome = _tried(database, got) if dry_run else published(database, got, source)
    done(_summary(file.name, outcome, dry_run))


def _tried(database: Database, got: Reading) -> imports.Outcome:
    with database.read_sessions() as session:
        return imports.dry_run(session, got)


def published(database: Database, got: Reading, source: str) -> imports.Outcome:
    """Publish a reading in one transaction, with a progress bar on a terminal."""
    with (
        progress(got.suppliers, got.filename) as bar,
        database.write_sessions.begin() as session,
    ):
        return imports.publish(session, operator(), got, source, lambda: bar.update(1))


def _summary(filename: str, outcome: imports.Outcome, dry_run: bool) -> str:
    if outcome.already_imported:
        return f"{filename}: imported before as {outcome.import_id}; nothing changed"
    counts = ", ".join(f"{number} {name}" for name, number in outcome.counts.items())
    return f"{filename}: {counts}" + ("; dry run, nothing was written" if dry_run else f"; {outcome.import_id}")


@click.command()
@click.argument("file", type=FILE)
@click.option("--buyer", default=SAMPLE_BUYER, show_default=True, help="Id of the buyer's organisation.")
def import_requirements(file: Path, buyer: str) -> None:
    """Import requirements (JSON Lines or a JSON array); those already there are left as they are.

    Example: matchmaker import-requirements requirements.json --buyer acme
    """
    forms, warnings = read_json_lines(file, RequirementSchema())
    report(warnings, file)
    with opened() as database:
        new = _post(database, forms, buyer)
    done(f"{file.name}: {new} new, {len(forms) - new} already there")


def _post(database: Database, forms: list[dict[str, object]], buyer: str) -> int:
    new = 0
    with database.write_sessions.begin() as session:
        accounts.organisation(session, operator(), buyer, "buyer", "")
        actor = Actor(buyer, "buyer", "command line", operator().at)
        for form in forms:
            try:
                requirements.create(session, actor, requirement_from(form))
                new += 1
            except Conflict:
                continue
    return new


@click.command()
@click.argument("a")
@click.argument("b")
@click.argument("verdict", type=click.Choice(DUPLICATE_VERDICTS))
@click.option("--note", default="", help="For colleagues.")
def decide_duplicate(a: str, b: str, verdict: str, note: str) -> None:
    """Say whether two supplier records are one firm; `withdrawn` takes it back.

    Example: matchmaker decide-duplicate list-1a2b3c4d fair-5e6f7a8b same
    """
    with opened() as database, database.write_sessions.begin() as session:
        same_firm.decide(session, operator(), (a, b), verdict, note)
    done(f"{a} and {b}: {verdict}")


@click.command()
def load_sample() -> None:
    """Load the sample suppliers, requirements and keys, where they are not there yet.

    Example: matchmaker load-sample
    """
    folder = resources.files("matchmaker") / "sample"
    with opened() as database:
        with database.write_sessions.begin() as session:
            accounts.organisation(session, operator(), PROGRAMME, "programme", "Programme")
        for name in SAMPLE_LISTS:
            stem = name.partition(".")[0]
            got = read_suppliers((folder / name).read_bytes(), name, source=stem)
            done(_summary(name, published(database, got, stem), dry_run=False))
        with resources.as_file(folder / "requirements.json") as file:
            forms, _ = read_json_lines(file, RequirementSchema())
        done(f"requirements.json: {_post(database, forms, SAMPLE_BUYER)} new")
        sample_keys(database, SAMPLE_BUYER)
