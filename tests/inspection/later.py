"""Two years on: how do you know, a disclosure with words burned out, a hold, and the end by two."""

from datetime import date, datetime
from pathlib import Path

from evidencekit.rehearsal.week import instant
from tests.inspection.publishing import OUT
from tests.inspection.stage import Laptop, Stage

RECEIVED = date(2014, 11, 24)
ASKED, END = "2014-11-24 10:00", "2018-12-03 10:00"
ANSWER = f"{OUT}/foi-77"


def two_years_on(stage: Stage) -> None:
    """Unlock after two years, answer a question and a request; after six, destroy by two."""
    hands, lead = stage.hands, stage.lead
    hands.at(instant(ASKED))
    hands.saying("Two years later the lead's workspace is unlocked and checked.")
    hands.do("check", lead.folder, tells="Nothing is wrong.")
    _how_do_you_know(stage)
    _disclose(stage)
    _end(stage)


def _how_do_you_know(stage: Stage) -> None:
    """Ask of every sentence of the report who saw it, when, how written, in which bundle."""
    hands, lead = stage.hands, stage.lead
    hands.saying("“How do you know?” is asked of each sentence of the published report.")
    for section in hands.ask("sections", lead.folder)["sections"]:
        for each in section["sentences"]:
            place = f"{section['section']}:{each['number']}"
            answer = hands.ask("how", lead.folder, place, expect=None)
            if not each["about_us"]:
                stage.known[answer["said"]] = answer


def _disclose(stage: Stage) -> None:
    hands, lead = stage.hands, stage.lead
    hands.saying("A request for one child's records is put down; a legal hold stands with it.")
    made = hands.ask("disclose-new", lead.folder, "foi", "--received", RECEIVED, "--reference",
                     "FOI-77", "--by", "A journalist", "--case", "SH-04")  # fmt: skip
    request, again = made["record"], RECEIVED.replace(day=25)
    assert made["records"], made
    assert any(each["stands"] for each in hands.ask("hold", lead.folder)["holds"])
    early = hands.do("disclose", lead.folder, request, ANSWER, "--json", expect=1).json
    assert early["error"]["code"].startswith("disclosing."), early
    hands.at(datetime.combine(again, instant(ASKED).timetz()))
    hands.saying("What must not be read is withheld, place by place, each with its ground.")
    open_now = hands.do("disclose-show", lead.folder, request, "--json", expect=1).json["open"]
    while open_now:
        code = ("--code", "s40(2)", "--reason", "It could tell who the child is.")
        hands.ask("redact", lead.folder, request, "--open", 1, *code)
        left = hands.ask("disclose-show", lead.folder, request, expect=None)["open"]
        assert len(left) < len(open_now), left
        open_now = left
    hands.ask("disclose-check", lead.folder, request, "--by", "Information officer", "--note",
              "Every place read beside the log.")  # fmt: skip
    pack = hands.ask("disclose", lead.folder, request, ANSWER)
    assert pack["for_release"], pack
    stage.records["request"] = request


def _end(stage: Stage) -> None:
    """End of retention: refused under the hold; then each proposes and a colleague confirms."""
    hands, lead = stage.hands, stage.lead
    first = stage.laptops[stage.readers()[0]]
    others = [stage.laptops[key] for key in stage.readers()]
    hands.at(instant(END))
    hands.saying("Six years later: under the legal hold nothing may be destroyed.")
    words = ("--reason", "Review of 2018", "--rule", "Six years")
    refused = hands.do("propose-destruction", lead.folder, OUT, *words, "--json", expect=4)
    assert "hold" in refused.json["error"]["code"], refused.out
    for hold in hands.ask("hold", lead.folder)["holds"]:
        hands.ask("hold", lead.folder, "--lift", hold["hold"], "--reason", "The request is over.")
    hands.saying("The hold is lifted. Each workspace is destroyed by two people, keys first.")
    certificates = [_destroy(stage, each, lead) for each in others]
    told = hands.do("certificates", lead.folder, *certificates, "--json", expect=1).json
    standing = {each["member"]: each["standing"] for each in told["people"]}
    assert standing[first.id] == "fits", told


def _destroy(stage: Stage, laptop: Laptop, second: Laptop) -> str:
    hands = stage.hands
    words = ("--reason", "Review of 2018", "--rule", "Six years")
    proposal = hands.ask("propose-destruction", laptop.folder, OUT, *words)["path"]
    (made,) = hands.ask("confirm-destruction", second.folder, proposal, "--out", OUT)["confirmed"]
    certificate = f"{OUT}/{laptop.id}.json"
    hands.ask("destroy", laptop.folder, "--confirmation", made["path"], "--certificate",
              certificate)  # fmt: skip
    assert not (stage.folder / laptop.folder).exists()
    return certificate


def answer_of(stage: Stage) -> Path:
    """Give the folder of the answered request."""
    return stage.folder / ANSWER
