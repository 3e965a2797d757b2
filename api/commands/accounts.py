"""Commands that let people and programs in."""

from __future__ import annotations

import click
from argon2 import PasswordHasher

from api.commands.access import KINDS, issue
from api.commands.stores import PROGRAMME, done, opened, operator
from matchmaker.desk import accounts
from matchmaker.errors import Invalid
from models import Person
from models.organisations import ROLES

SHORTEST, LONGEST = 8, 128
HASHER = PasswordHasher(memory_cost=19 * 1024, time_cost=2, parallelism=1)
"""argon2id with 19 MiB and two passes, the least that OWASP's password storage page asks for."""


@click.command()
@click.option("--organisation", required=True, help="Id of the organisation; made if it does not exist.")
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.option("--label", default="", help="What the key is for.")
@click.option("--days", type=click.IntRange(1), default=None, help="Days until it expires; never if left out.")
def create_key(organisation: str, role: str, label: str, days: int | None) -> None:
    """Create an API key. It is shown once, on stdout.

    Example: matchmaker create-key --organisation acme --role buyer --label "purchasing system"
    """
    with opened() as database, database.write_sessions.begin() as session:
        key = issue(session, organisation, role, label, days)
    click.echo(key)
    done(f"a key for {organisation} as {role}; keep it now, only its hash is stored")


@click.command()
@click.option("--email", required=True)
@click.option("--name", required=True)
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.option("--organisation", default=PROGRAMME, show_default=True, help="Id of the organisation.")
@click.password_option(help="Asked for if left out.")
def create_user(email: str, name: str, role: str, organisation: str, password: str) -> None:
    """Create a person who may sign in to the console.

    Example: matchmaker create-user --email lan@example.vn --name "Nguyễn Thị Lan" --role staff
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(f"the password must have {SHORTEST} to {LONGEST} characters")
    actor = operator()
    person = Person(
        organisation_id=organisation,
        email=email.strip().casefold(),
        name=name,
        role=role,
        password_hash=HASHER.hash(password),
        created_at=actor.at,
    )
    with opened() as database, database.write_sessions.begin() as session:
        accounts.organisation(session, actor, organisation, KINDS[role], "")
        accounts.add_person(session, actor, person)
    done(f"{person.email} may sign in as {role}")
