"""Commands that rank stored requirements, and take results out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from api.commands.files import table_lines
from api.commands.options import DAY, output, progress, write
from api.commands.stores import done, opened, operator
from matchmaker.desk import batch, decisions, exports, runs
from matchmaker.desk.index_upkeep import IndexKeeper

OUT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("requirement_id")
@click.option("--top", default=20, show_default=True, type=click.IntRange(1))
@click.option("--on", type=DAY, default=None, help="Day for which certificates must hold; today if left out.")
@click.option("--store", is_flag=True, help="Keep the list as a run and print its id.")
def match(requirement_id: str, top: int, on: date | None, store: bool) -> None:
    """Rank the suppliers for a stored requirement, with reasons.

    Example: matchmaker match R01 --top 5 --on 2026-06-01
    """
    actor, keeper = operator(), IndexKeeper()
    on = on or actor.at.date()
    with opened() as database:
        if store:
            with database.write_sessions.begin() as session:
                click.echo(runs.store(session, keeper, actor, requirement_id, on, top))
            return
        with database.read_sessions() as session:
            result = runs.ranked_stored(session, keeper, actor, requirement_id, on)
    click.echo("\n".join(table_lines(result.requirement, list(result.matches[:top]), result.index)))


@click.command()
@click.option("--top", default=20, show_default=True, type=click.IntRange(1))
@click.option("--on", type=DAY, default=None, help="Day for which certificates must hold; today if left out.")
@click.option("--workers", default=-1, show_default=True, help="Processes; -1 means one a core.")
@click.option("--cluster", default="", help="Address of a Dask scheduler, to rank on many machines.")
@output
def match_all(top: int, on: date | None, workers: int, cluster: str, out: Path | None) -> None:
    """Rank every open requirement (JSON Lines).

    Example: matchmaker match-all --top 10 --out matches.jsonl
    """
    actor = operator()
    with opened() as database, database.read_sessions() as session:
        work = batch.prepare(session, IndexKeeper(), actor)
    with progress(work.requirements, "ranking") as bar:
        lines = [
            json.dumps(answer, ensure_ascii=False)
            for answer in batch.ranked(work, on or actor.at.date(), top, workers, cluster, lambda: bar.update(1))
        ]
    write(out, "\n".join(lines))


@click.group()
def export() -> None:
    """Take results out as files."""


@export.command("run")
@click.argument("run_id")
@click.option(
    "--format", "form", type=click.Choice(["csv", "xlsx", "jsonl", "trec"]), default="xlsx", show_default=True
)
@click.option("--language", type=click.Choice(["en", "vi"]), default="en", show_default=True)
@click.option("--out", type=OUT, required=True)
def export_run(run_id: str, form: str, language: str, out: Path) -> None:
    """A stored run.

    Example: matchmaker export run run-0123456789ab --out R01.xlsx
    """
    with opened() as database, database.read_sessions() as session:
        out.write_bytes(exports.run_file(runs.read(session, operator(), run_id, language), form))
    done(f"run {run_id} written to {out}")


@export.command("pairs")
@click.option("--format", "form", type=click.Choice(["csv", "xlsx"]), default="xlsx", show_default=True)
@click.option("--out", type=OUT, required=True)
def export_pairs(form: str, out: Path) -> None:
    """The approved pairs, for the organisers of a fair.

    Example: matchmaker export pairs --out pairs.xlsx
    """
    with opened() as database, database.write_sessions.begin() as session:
        table = exports.pair_table(decisions.approved_pairs(session))
        decisions.note_export(session, operator(), len(table), form)
    out.write_bytes(exports.pair_file(table, form))
    done(f"{len(table)} approved pairs written to {out}")
