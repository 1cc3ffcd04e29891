"""The names a pack may choose its checks by, and what each looks at (domain.md §3.4)."""

from collections.abc import Mapping
from types import MappingProxyType

# The functions stand in evidencekit.checks.catalogue; a test keeps the two lists the same.
RULES: Mapping[str, str] = MappingProxyType(
    {
        "needed-answers": "V01: evidence says when, from whom and of what kind",
        "honest-times": "V02: an end time, and written while the day was fresh",
        "consent-before-voice": "V03: nobody is watched or quoted without recorded consent",
        "own-choice-of-voices": "V04: not only children whom the authority chose",
        "no-identity": "V05: nothing in free text that could name a child",
        "finding-rests-on-evidence": "V06: a finding has evidence of more than one kind",
        "priority-needs-impact": "V06: a priority action shows impact or risk to children",
        "grade-on-the-scale": "V07: only the pack's judgements, areas and grades",
        "no-agency-judgement": "V07: no judgement of one agency or sector",
        "no-grade-at-all": "V07: no grade of any scale, not even in the words of a finding",
        "no-aggregate": "V07: no judgement over all the inspectorates' judgements",
        "judgement-has-its-owner": "V07: each judgement by the inspectorate that makes it",
        "limiting-judgements": "V17: a limit on the overall judgement, told and never computed",
        "finding-kinds-of-its-own": "only the kinds of finding that the framework names",
        "notice-was-given": "V18: the working days between the notice and the first day",
        "statement-is-whole": "V18: notice text, principal authority and the day it is due",
        "deep-dive-is-named": "the theme that the inspection looks at more closely",
        "audit-is-compared": "the local audit of a case beside what inspectors found",
        "team-on-site": "V08: how many are on site, and in which part of the inspection",
        "team-is-whole": "V08: the inspectorates that this area needs, and no others",
        "judgement-rationale": "V09: every part of the rationale, and the contrary evidence",
        "overall-comes-last": "V09: the overall judgement waits for the others",
        "sample-covers-the-journey": "V10: stages, groups, agencies and impact in the sample",
        "every-area-looked-at": "V11: equality by characteristic; specialist areas have an owner",
        "mappa-of-its-time": "V12: MAPPA categories and levels of the pack's years",
        "host-and-placing": "V13: both authorities for a child placed away or in custody",
        "concerns-are-closed": "V14: no open concern at the end",
        "claims-are-tested": "V15: what leaders said was tested against cases",
        "view-only-papers": "MAPPA and MARAC papers stay where they were read",
    }
)
