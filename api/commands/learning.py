"""The command that proposes feature weights from judgements. It changes nothing."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import click

from api.commands.files import FILE
from api.commands.options import DAY, report
from api.commands.stores import done, opened, operator
from api.files import read_json_lines
from api.v1.schemas import RequirementSchema, SupplierSchema
from matchmaker.desk.index_upkeep import IndexKeeper
from matchmaker.desk.learning import decided
from matchmaker.ranking import index_of, rank_on, read_qrels
from matchmaker.ranking.learning import PRESENT, Example, Learned, examples_of
from matchmaker.ranking.learning import learn as learn_from
from matchmaker.records import requirement_from, supplier_from

OUT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--suppliers", type=FILE, help="Suppliers, JSON Lines; the decisions in the database if left out.")
@click.option("--requirements", type=FILE, help="Requirements, JSON Lines or a JSON array.")
@click.option("--qrels", type=FILE, help="Judgements (TREC form).")
@click.option("--on", type=DAY, default=None, help="Day for which certificates must hold; today if left out.")
@click.option("--seed", default=1, show_default=True, help="Deals requirements out to folds.")
@click.option("--out", type=OUT, default=None, help="File for the proposed weights, JSON.")
def learn(
    suppliers: Path | None, requirements: Path | None, qrels: Path | None, on: date | None, seed: int, out: Path | None
) -> None:
    """Propose feature weights from decisions, or from judged files, and say whether they rank better.

    Example: matchmaker learn --suppliers S.jsonl --requirements R.jsonl --qrels qrels.tsv --out weights.json
    """
    on = on or datetime.now(UTC).date()
    if suppliers and requirements and qrels:
        examples = _from_files(suppliers, requirements, qrels, on)
    elif suppliers or requirements or qrels:
        raise click.UsageError("give all of --suppliers, --requirements and --qrels, or none to learn from decisions")
    else:
        examples = _from_decisions(on)
    learned = learn_from(examples, PRESENT, seed=seed)
    click.echo("\n".join(_lines(learned)))
    if out:
        out.write_text(json.dumps(_form(learned), indent=2) + "\n", encoding="utf-8")
        done(f"the proposed weights are in {out}")


def _from_files(suppliers: Path, requirements: Path, qrels: Path, on: date) -> list[Example]:
    firms, warnings = read_json_lines(suppliers, SupplierSchema())
    report(warnings, suppliers)
    needs, warnings = read_json_lines(requirements, RequirementSchema())
    report(warnings, requirements)
    with qrels.open(encoding="utf-8") as lines:
        judged = read_qrels(lines)
    index = index_of(supplier_from(form) for form in firms)
    asked = [requirement_from(form) for form in needs if form["id"] in judged]
    return examples_of({item.id: rank_on(item, index, on) for item in asked}, judged)


def _from_decisions(on: date) -> list[Example]:
    with opened() as database, database.read_sessions() as session:
        return decided(session, IndexKeeper(), operator(), on)


def _lines(learned: Learned) -> list[str]:
    """The proposal for a terminal: weights, figures by fold, the verdict."""
    before, after = learned.present_ndcg, learned.learned_ndcg
    verdict = "better than" if learned.better else "not better than"
    return [
        f"{'feature':<20}  present  learned",
        *(f"{name:<20}  {weight:7.4f}  {learned.weights[name]:7.4f}" for name, weight in PRESENT.items()),
        "",
        f"{'held-out nDCG@10':<20}  present  learned",
        *(
            f"{f'fold {fold}':<20}  {was:7.4f}  {now:7.4f}"
            for fold, (was, now) in enumerate(zip(before.by_fold, after.by_fold, strict=True), start=1)
        ),
        f"{'mean':<20}  {before.mean:7.4f}  {after.mean:7.4f}",
        "",
        f"Learned from {learned.needs} requirements, the learned weights are {verdict} the present ones. "
        "Nothing was changed.",
    ]


def _form(learned: Learned) -> dict[str, object]:
    return {
        "weights": learned.weights,
        "present": PRESENT,
        "better": learned.better,
        "needs": learned.needs,
        "held_out_ndcg_at_10": {"present": learned.present_ndcg.by_fold, "learned": learned.learned_ndcg.by_fold},
    }
