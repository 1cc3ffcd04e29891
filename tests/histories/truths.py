"""What must hold at the end of every history, worked out beside the program and compared."""

from collections import defaultdict

from evidencekit.bundle.manifest import BundleKind
from evidencekit.ids import AuthorId, RevisionId
from evidencekit.operations import completeness, receipts
from evidencekit.operations.completeness import TroubleKind
from evidencekit.records.lineage import Lineage
from evidencekit.records.revision import Revision
from evidencekit.store import check, projections, revisions
from tests.histories.ground import promise
from tests.histories.people import Laptop
from tests.histories.story import Story

Held = dict[RevisionId, Revision]
_OF_A_FORK = {"check.fork", "check.misfit"}  # a chain that was put back; named on the banner


def judge(story: Story) -> None:
    """Hold a history to its promises; Broken names the one that failed."""
    for each in story.people:
        is_sound(each)
        says_what_is_missing(each)
        kept_every_word(story, each)
    exchange(story)
    for each in story.people:
        is_sound(each)
        says_what_is_missing(each)
        kept_every_word(story, each)
    are_equal(story)
    lost_nothing(story)


def is_sound(one: Laptop) -> None:
    found = check.check(one.desk.database).findings
    serious = [each for each in found if each.code not in _OF_A_FORK]
    promise(not serious, f"a store is not sound: {serious}")
    made = projections.digest(one.desk.database)
    promise(made == projections.rebuilt_digest(one.desk.database), "the lists drifted")


def says_what_is_missing(one: Laptop) -> None:
    """Compare gaps, forks and rollbacks with the banner, from the bare revisions."""
    numbers: dict[AuthorId, dict[int, set[RevisionId]]] = defaultdict(lambda: defaultdict(set))
    for each in one.held().values():
        numbers[each.header.author][each.header.seq].add(each.id)
    for author in completeness.look(one.desk):
        kinds = {each.kind for each in author.troubles}
        chain = numbers[author.member]
        has_gap = set(chain) != set(range(1, max(chain, default=0) + 1))
        has_fork = any(len(ids) > 1 for ids in chain.values())
        promise((TroubleKind.FORK in kinds) == has_fork, f"a fork is not named: {author}")
        if not author.is_me:
            promise((TroubleKind.GAP in kinds) == has_gap, f"a gap is not named: {author}")
            continue
        told = max((each.held_to for each in receipts.answers(one.desk)), default=0)
        mine, _id = revisions.last_of(one.desk.database, one.me)
        is_back = TroubleKind.ROLLED_BACK in kinds
        promise(is_back == (told > mine), "a rollback is not named")


def kept_every_word(story: Story, one: Laptop) -> None:
    erased = {
        each.body.fields.get("target")
        for each in story.written.values()
        if each.header.kind == "erasure"
    }
    for name, each in one.held().items():
        wrote = story.written.get(name)
        if wrote is None:
            continue  # written when the workspace was made
        promise(each.header == wrote.header, "a header changed")
        if each.is_erased:
            promise(name in erased, "words are gone that nobody erased")
        else:
            promise(each.content == wrote.content, "words changed on the way")
    if not one.is_restored:
        mine = {n for n, each in story.written.items() if each.header.author == one.me}
        promise(mine <= set(one.held()), "a laptop lost what was written on it")


def exchange(story: Story) -> None:
    """Let everybody at work hand over everything, twice: to the leaders, and back to all."""
    for _round in range(2):
        team = story.at_work()
        packs = [story.sends(each, BundleKind.FULL) for each in team if each is not story.lead]
        for reader in story.leaders():
            story.receives(reader, [pack for pack in packs if pack is not None])
        back = story.sends(story.lead, BundleKind.FULL)
        for reader in team:
            if back is not None:
                story.receives(reader, [back])


def are_equal(story: Story) -> None:
    """Compare all laptops of the team; a chain that forked is compared by nobody else's."""
    forked = {each.me for each in story.people if each.is_restored}
    team = [each for each in story.at_work() if not each.is_restored]
    seen = [
        {n: each for n, each in one.held().items() if each.header.author not in forked}
        for one in team
    ]
    for one, held in zip(team, seen, strict=True):
        differ = set(held) ^ set(seen[0])
        promise(not differ, f"{one.me} differs from the lead in {_words(story, differ)}")
        promise(_heads(held) == _heads(seen[0]), "the same versions have other heads")
    whole = {frozenset(one.held()): projections.digest(one.desk.database) for one in team}
    for one in team:
        same = whole[frozenset(one.held())] == projections.digest(one.desk.database)
        promise(same, "the same versions make other lists")


def _heads(held: Held) -> dict[str, tuple[RevisionId, ...]]:
    records: dict[str, list[Revision]] = defaultdict(list)
    for each in held.values():
        records[each.header.record].append(each)
    return {name: tuple(h.id for h in Lineage(some).heads) for name, some in records.items()}


def lost_nothing(story: Story) -> None:
    union = set[RevisionId]().union(*(each.held() for each in story.people))
    restored = {each.me for each in story.people if each.is_restored}
    lost = {
        name
        for name, each in story.written.items()
        if name not in union and each.header.author not in restored
    }
    promise(not lost, f"missing from all laptops together: {_words(story, lost)}")


def _words(story: Story, names: set[RevisionId]) -> list[str]:
    known = (story.written.get(name) for name in sorted(names))
    return [f"{e.header.kind} {e.header.author} no. {e.header.seq}" for e in known if e][:5]
