"""Fold a plan into our side, so that the next bundle is planned as if it were already joined."""

from dataclasses import replace

from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.plan import MergePlan
from evidencekit.merge.sides import OurSide, target_of
from evidencekit.records.revision import Revision


def after(ours: OurSide, plan: MergePlan) -> OurSide:
    """Give our side as it will be once the plan was carried out; nothing is written."""
    dropped, erased = frozenset(plan.drop), frozenset(plan.erase)
    records: dict[RecordId, list[Revision]] = {
        record: [each for each in held if each.id not in dropped]
        for record, held in ours.records.items()
    }
    erasures: dict[RevisionId, list[Revision]] = {
        target: list(held) for target, held in ours.erasures.items()
    }
    for each in plan.add:
        records.setdefault(each.header.record, []).append(each)
        target = target_of(each)
        if target:
            erasures.setdefault(target.revision, []).append(each)
    if erased:
        records = {
            record: [each.without_content() if each.id in erased else each for each in held]
            for record, held in records.items()
        }
    known = (frozenset(ours.known) - dropped) | {each.id for each in plan.add}
    return replace(ours, known=known, records=records, erasures=erasures)
