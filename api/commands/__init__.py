"""The command line: thin, like the HTTP side, and on the same functions of the desk."""

from __future__ import annotations

import sys

import click

from api.commands.accounts import create_key, create_user
from api.commands.database import backup, db, restore
from api.commands.files import dedupe, evaluate, parse, rank, read
from api.commands.learning import learn
from api.commands.matching import export, match, match_all
from api.commands.serving import serve
from api.commands.supply import decide_duplicate, import_requirements, import_suppliers, load_sample
from matchmaker.errors import MatchmakerError

COMMANDS = (
    rank,
    parse,
    evaluate,
    dedupe,
    read,
    db,
    import_suppliers,
    import_requirements,
    decide_duplicate,
    load_sample,
    match,
    match_all,
    learn,
    export,
    create_user,
    create_key,
    backup,
    restore,
    serve,
)
REFUSED = 1


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def cli() -> None:
    """Match local component suppliers with buyers' part requirements, and say why."""


for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 refused with one line on stderr, 2 wrong usage."""
    try:
        cli()
    except MatchmakerError as error:
        click.echo(f"matchmaker: {error.message}", err=True)
        sys.exit(REFUSED)
