"""A supplier record read once for comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from matchmaker.duplicates.addresses import Address, address_of
from matchmaker.duplicates.countries import country_of, country_of_form
from matchmaker.duplicates.names import Name, completed, names_in
from matchmaker.duplicates.phones import phones_in
from matchmaker.duplicates.phrases import VIETNAM
from matchmaker.duplicates.tax_codes import TaxCode, digits_of, parse_tax_code
from matchmaker.duplicates.units import units_of
from matchmaker.duplicates.words import words_of
from matchmaker.records import Supplier
from matchmaker.text.folding import fold

PUBLIC_HOSTS = frozenset(
    "gmail yahoo ymail outlook hotmail live icloud aol zoho protonmail vnn fpt viettel hn hcm facebook fb linkedin "
    "zalo alibaba made-in-china google sites wordpress blogspot wixsite weebly trangvangvietnam yellowpages youtube "
    "vnpt naver daum qq 163 126 foxmail".split()
)
"""Hosts on which thousands of firms have their mail or page."""

LONGEST_GOODS = 300
"""Letters of one product or process that are read."""

_SUFFIXES = frozenset("com net org edu gov biz info vn jp kr cn tw de us eu asia co io example".split())
_FORMER = re.compile(
    r"\b(?:tên cũ|trước đây|trước là|formerly|former name)(?:\s+(?:là|known as|called))?\s*:?\s*([^.;,()\n]{3,100})",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Traits:
    """What `supplier` says that may be compared. `tax_digits` holds a code whose check digit fails.

    `country` is where the firm sits, as far as address, legal form, tax code or name tell. `goods_activities` are
    those of products and processes, else of the description.
    """

    supplier: Supplier
    names: tuple[Name, ...]
    tax_code: TaxCode | None
    tax_digits: str
    phones: frozenset[str]
    mails: frozenset[str]
    domains: frozenset[str]
    address: Address
    country: str | None
    goods: frozenset[str]
    goods_activities: frozenset[str]


@lru_cache(maxsize=20_000)
def traits_of(supplier: Supplier) -> Traits:
    """`supplier` read for comparison."""
    mails = frozenset(_mails(supplier))
    hosts = {_host(supplier.website), *(mail.partition("@")[2] for mail in mails)}
    domains = frozenset(domain for domain in map(own_domain, hosts) if domain)
    goods = tuple(text[:LONGEST_GOODS] for text in (*supplier.products, *supplier.processes))
    described = goods or (supplier.description[:LONGEST_GOODS],)
    names = _names(supplier, domains)
    address = address_of(supplier.province, supplier.industrial_zone, supplier.address)
    return Traits(
        supplier=supplier,
        names=names,
        tax_code=parse_tax_code(supplier.tax_code),
        tax_digits=digits_of(supplier.tax_code),
        phones=frozenset(number for contact in supplier.contacts for number in phones_in(contact.phone)),
        mails=mails,
        domains=domains,
        address=address,
        country=VIETNAM if address.province else _country(supplier, names),
        goods=frozenset(word for text in goods for word in re.findall(r"[^\W\d_]{3,}", fold(text))),
        goods_activities=frozenset(_activities(described)),
    )


def _country(supplier: Supplier, names: Iterable[Name]) -> str | None:
    stated = country_of(f"{supplier.province}, {supplier.address}") or country_of_form(supplier.name)
    if stated or not (supplier.tax_code or any(VIETNAM in name.places for name in names)):
        return stated
    return VIETNAM


def own_domain(host: str) -> str:
    """The firm's own domain in `host`; empty for mail services, portals and social networks."""
    labels = host.lower().split(".")
    while len(labels) > 1 and labels[-1] in _SUFFIXES:
        labels.pop()
    if PUBLIC_HOSTS & set(labels) or not labels[-1]:
        return ""
    return labels[-1]


def _names(supplier: Supplier, domains: frozenset[str]) -> tuple[Name, ...]:
    stated = (supplier.name, supplier.name_en, *_FORMER.findall(f"{supplier.name}\n{supplier.description}"))
    full = [name for text in stated for name in names_in(text)]
    short = [name for text in (supplier.short_name, *sorted(domains)) for name in _aliases(text)]
    lead = next((name for name in full if not name.is_alias), None)
    names = [*full, *(completed(alias, lead) for alias in short)] if lead else [*full, *short]
    return tuple({(name.proper, name.activities, name.is_alias): name for name in names}.values())


def _aliases(text: str) -> Iterator[Name]:
    for part in re.split(r"[/;,]", text):
        for name in names_in(part):
            if name.proper and not name.borrowed:
                yield replace(name, is_alias=True)


def _mails(supplier: Supplier) -> Iterator[str]:
    for contact in supplier.contacts:
        yield from (mail.lower() for mail in _MAIL.findall(contact.email))


def _host(website: str) -> str:
    return re.split(r"[/?#:]", re.sub(r"^\s*\w+://", "", website.strip()))[0]


def _activities(goods: tuple[str, ...]) -> Iterator[str]:
    for text in goods:
        for unit in units_of(words_of(text)):
            if unit.kind == "activity":
                yield from unit.keys
