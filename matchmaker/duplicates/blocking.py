"""Which pairs of records are worth comparing: those that meet under a key that one firm's records would share.

Keys are as narrow as the weights allow: what two records share must be able to outweigh the prior. A test compares the
outcome with that of all pairs.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

import numpy as np

from matchmaker.duplicates.initials import keys_of_full_name, keys_of_trade_name
from matchmaker.duplicates.lines import specific_activities
from matchmaker.duplicates.names import Name
from matchmaker.duplicates.proper_names import spoken_forms
from matchmaker.duplicates.readings import keys_of_sound
from matchmaker.duplicates.senses import english_senses, keys_of_english, keys_of_vietnamese
from matchmaker.duplicates.traits import Traits
from matchmaker.duplicates.words import folds_to_usual, information, is_syllable

MOST_TOGETHER = 60
"""Records under one key beyond which the key says too little alone: then province and business have to fit as well."""

ALONE, IN_PAIRS = 1.2, 1.9
"""Information above which a word, or two words together, lead to a firm: not the syllables of thousands of names."""

LONGEST_SPELT = 40
"""Letters of a name that are spelt out in keys."""

Keys = Callable[[Traits], Iterable[str]]


def candidates(traits: Sequence[Traits]) -> list[tuple[int, int]]:
    """Pairs of places in `traits` worth comparing, the smaller place first, in order."""
    pairs = {pair for block in _blocks(traits) for pair in _pairs(block, traits)}
    for offer, seek in _MEETINGS:
        pairs.update(_meetings(traits, offer, seek))
    return sorted(pair for pair in pairs if _may_be_one(traits[pair[0]], traits[pair[1]]))


def _may_be_one(a: Traits, b: Traits) -> bool:
    """Whether the tax codes leave it open: two valid ones that differ settle it."""
    return a.tax_code is None or b.tax_code is None or a.tax_code.parent == b.tax_code.parent


def _blocks(traits: Sequence[Traits]) -> Iterator[list[int]]:
    """Places that share a key. Keys are kept as hashes: two that fall together cost a comparison, nothing else."""
    hashes, owners = array("q"), array("q")
    for owner, record in enumerate(traits):
        for key in set(_keys(record)):
            hashes.append(hash(key))
            owners.append(owner)
    keys = np.array(hashes)
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order])) + 1
    for block in np.split(np.array(owners)[order], starts):
        if len(block) > 1:
            yield block.tolist()


def _pairs(block: Sequence[int], traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    if len(block) <= MOST_TOGETHER:
        yield from combinations(block, 2)
        return
    parts = defaultdict(list)
    for owner in block:
        for part in _parts(traits[owner]):
            parts[part].append(owner)
    for owners in parts.values():
        if len(owners) <= MOST_TOGETHER:
            yield from combinations(owners, 2)


def _parts(record: Traits) -> Iterator[tuple[str, str]]:
    """The combinations of province and business by which the records of a large block are sorted."""
    province = record.address.province
    return product([province.new_code if province else ""], sorted(_business(record)) or [""])


def _business(record: Traits) -> frozenset[str]:
    return specific_activities() & {key for name in record.names for keys in name.activities for key in keys}


def _meetings(traits: Sequence[Traits], offer: Keys, seek: Keys) -> Iterator[tuple[int, int]]:
    """Pairs of a record that offers a key and one that seeks it: a trade name, say, and a name it may be made of."""
    offered = _offered(traits, offer)
    for owner, record in enumerate(traits):
        for key in set(seek(record)):
            for other in offered.get(key, ()):
                if other != owner:
                    yield (owner, other) if owner < other else (other, owner)


def _offered(traits: Sequence[Traits], offer: Keys) -> Mapping[str, Sequence[int]]:
    offered: dict[str, list[int]] = defaultdict(list)
    for owner, record in enumerate(traits):
        for key in set(offer(record)):
            offered[key].append(owner)
    return {key: owners for key, owners in offered.items() if len(owners) <= MOST_TOGETHER}


def _keys(record: Traits) -> Iterator[str]:
    if record.tax_code:
        yield f"tax {record.tax_code.parent}"
    for kind, values in (("phone", record.phones), ("mail", record.mails), ("domain", record.domains)):
        yield from (f"{kind} {value}" for value in values)
    address = record.address
    yield from (f"lot {lot} {word}" for lot in address.lots for word in address.words - {lot})
    yield from (f"zone {word} {line}" for word in address.zone for line in _business(record))
    for name in record.names:
        yield from _name_keys(name, record.supplier.founded_year)


def _name_keys(name: Name, year: int | None) -> Iterator[str]:
    """Keys by the words and by pairs of them; with the year also by common pairs and by one letter left out."""
    yield f"all {''.join(name.everything)}"
    yield from (f"letters {spelling}" for spelling in _spellings(name))
    worth = {word.key: information(word) for word in name.proper}
    yield from (f"word {word}" for word in worth if worth[word] > ALONE)
    for a, b in combinations(sorted(worth), 2):
        if worth[a] + worth[b] > IN_PAIRS or len(worth) > 3:
            yield f"words {a} {b}"
        if year:
            yield f"words {a} {b} {year}"
    if year:
        yield from (f"letters {text} {year}" for text in _with_one_left_out(name))


def _spellings(name: Name) -> Iterator[str]:
    joined = _joined(name)
    yield from {joined, *(joined.removesuffix(ending) for ending in ("vn", "vina", "vietnam"))}


def _joined(name: Name) -> str:
    return "".join(word.plain for word in name.proper)[:LONGEST_SPELT]


def _with_one_left_out(name: Name) -> Iterator[str]:
    text = _joined(name)
    yield text
    if len(text) > 3:
        yield from (text[:place] + text[place + 1 :] for place in range(len(text)))


def _slips(record: Traits) -> Iterator[str]:
    """Spellings with a letter left out of names with an unusual word, as a slip of the pen makes them."""
    for name in record.names:
        if not all(map(folds_to_usual, name.proper)):
            yield from _with_one_left_out(name)


def _pairs_beside_foreign(record: Traits) -> Iterator[str]:
    """Pairs of words of names with a foreign word, which may be about the business."""
    for name in record.names:
        if _is_foreign(name):
            yield from _word_pairs(name)


def _word_pairs(name: Name) -> Iterator[str]:
    yield from (f"{a} {b}" for a, b in combinations(sorted({word.key for word in name.proper}), 2))


def _all_left_out(record: Traits) -> Iterator[str]:
    for name in record.names:
        yield from _with_one_left_out(name)


def _years(record: Traits) -> Iterator[str]:
    """Founding year, province and business, for names that cannot be compared."""
    year, province = record.supplier.founded_year, record.address.province
    if year and province:
        yield from (f"{year} {province.new_code} {line}" for line in _business(record))


def _years_of_foreign(record: Traits) -> Iterator[str]:
    if any(_is_foreign(name) for name in record.names):
        yield from _years(record)


def _is_foreign(name: Name) -> bool:
    return any(not is_syllable(word.plain) for word in name.proper) or bool(english_senses(name.proper))


def _each(keys: Callable[[Name], Iterable[str]]) -> Keys:
    return lambda record: (key for name in record.names for key in keys(name))


def _sounds(name: Name) -> Iterator[str]:
    for spoken in spoken_forms(name):
        yield from keys_of_sound(spoken)


_MEETINGS: tuple[tuple[Keys, Keys], ...] = (
    (_slips, _all_left_out),
    (_pairs_beside_foreign, _each(_word_pairs)),
    (_each(keys_of_trade_name), _each(keys_of_full_name)),
    (_each(lambda name: keys_of_english(name.proper)), _each(lambda name: keys_of_vietnamese(name.proper))),
    (_each(lambda name: _sounds(name) if name.is_signs else ()), _each(_sounds)),
    (_years_of_foreign, _years),
)
