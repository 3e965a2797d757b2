"""Options and answers that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as `2026-06-01`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007
        except ValueError:
            self.fail(f"{value} is no day such as 2026-06-01", param, ctx)


DAY = Day()


def output(command: Command) -> Command:
    """Adds `--out FILE`."""
    option = click.option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        help="File to write; the terminal if left out.",
    )
    return option(command)


def write(out: Path | None, text: str) -> None:
    """Write `text` to the file, or to the terminal."""
    if out is None:
        click.echo(text)
    else:
        out.write_text(text + "\n" if text else "", encoding="utf-8")


def report(warnings: Iterable[str], path: Path) -> None:
    """Warnings of a file on stderr."""
    for warning in warnings:
        click.echo(f"warning: {path.name}: {warning}", err=True)


def progress(items: Sequence[Any], label: str) -> Any:
    """A progress bar over `items` on a terminal, nothing in a pipe."""
    return click.progressbar(items, label=label, file=sys.stderr, hidden=not sys.stderr.isatty())
