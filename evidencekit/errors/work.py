"""Refusals of the work itself: what an operation will not do, and why."""

from evidencekit.errors.base import Damaged, Refused, Unavailable


class AlreadyThere(Refused):
    """A workspace or file that would be written over."""

    code = "work.already-there"
    happened = "{path} is already there."
    next_step = "Choose another name; nothing is ever written over."
    exit_status = 5


class NoWorkspace(Refused):
    """A folder that holds no workspace."""

    code = "work.no-workspace"
    happened = "{path} holds no workspace."
    next_step = "A workspace is a folder whose name ends in .evidence; check the name."
    exit_status = 2


class NoSuchRecord(Refused):
    """A record that this workspace does not hold."""

    code = "work.no-such-record"
    happened = "This workspace holds no record {record}."
    next_step = "Look it up with: evidencekit list."
    exit_status = 2


class NoSuchRevision(Refused):
    """A revision that this workspace does not hold."""

    code = "work.no-such-revision"
    happened = "This workspace holds no revision {revision}."
    next_step = "Each record's revisions are shown by: evidencekit show RECORD --history."
    exit_status = 2


class NoSuchBatch(Refused):
    """A merge number that does not exist or was withdrawn before."""

    code = "work.no-such-batch"
    happened = "There is no merge number {batch} that could be withdrawn."
    next_step = "The merges are listed on the Merge page."
    exit_status = 2


class NothingToBringBack(Refused):
    """An undo of a withdrawal where there is none, or where something was joined since."""

    code = "work.nothing-to-bring-back"
    happened = "Nothing was withdrawn last, or something else was merged since."
    next_step = "Merge the same bundles again; that brings back what they carried."


class NoSuchTrouble(Refused):
    """A number of something that does not fit, where nothing of that number is."""

    code = "work.no-such-trouble"
    happened = "Nothing of the number {key} is unexplained here."
    next_step = "What does not fit is listed by: evidencekit completeness."
    exit_status = 2


class NobodyToAnswer(Refused):
    """A receipt for somebody whose bundles all have one."""

    code = "work.nobody-to-answer"
    happened = "No receipt is owed to {member}: every bundle that was merged has one."
    next_step = "Merge a bundle first; who waits is listed on the Merge page."


class NotYours(Refused):
    """A record that only its author, or the lead by a decision, may carry on."""

    code = "work.not-yours"
    happened = "This {kind} was written by somebody else; only its author can change it."
    next_step = "Write your own record, or ask the lead for a decision."


class ErasureStays(Refused):
    """A new version of an erasure: every other laptop would keep it aside."""

    code = "work.erasure-stays"
    happened = "An erasure is never changed, and never taken back."
    next_step = "What it destroyed is gone; write the words anew if they are needed."


class NoSuchArea(Refused):
    """An area that the framework does not have."""

    code = "work.no-such-area"
    happened = "This framework has no area {area}."
    next_step = "Its areas are listed by: evidencekit coverage."
    exit_status = 2


class ScoreHidden(Refused):
    """Another's score of an area and case that one has not scored oneself."""

    code = "work.score-hidden"
    happened = "This is a colleague's score. It stays hidden until your own of the same is in."
    next_step = "Submit your own score of this area and case; the lead can also reveal it."


class LeadOnly(Refused):
    """A kind of record that only the lead or a named deputy writes."""

    code = "work.lead-only"
    happened = "Only the lead or a deputy writes a {kind}."
    next_step = "Ask the lead to record it; it comes back to you with the next pack."


class NotReady(Refused):
    """A record that cannot be submitted yet."""

    code = "work.not-ready"
    happened = "This {kind} cannot be submitted yet: {problems}."
    safe = "It is kept as a draft, exactly as it was written."
    next_step = "Put that right, then submit it again."


class NotSubmitted(Refused):
    """A draft where only submitted evidence will do."""

    code = "work.not-submitted"
    happened = "This {kind} is still a draft."
    next_step = "Submit it first."


class ReasonNeeded(Refused):
    """A change that needs a reason and has none."""

    code = "work.reason-needed"
    happened = "A reason is needed to {what}."
    next_step = "Say in a few words why; the reason stays with the record."
    exit_status = 2


class BadLine(Refused):
    """A line of records that could not be read."""

    code = "work.bad-line"
    happened = "Line {line} is not right: {why}."
    safe = "Nothing was added, not even the lines before it."
    next_step = "Put that line right and add the file again."


class NotJoined(Refused):
    """A workspace that has no team yet."""

    code = "work.not-joined"
    happened = "This workspace has not joined a team yet."
    next_step = "Give your join card to the lead, then pin the set-up pack that comes back."


class NothingNew(Refused):
    """A hand-over with nothing to hand over."""

    code = "work.nothing-new"
    happened = "Nothing was written since the last hand-over."
    next_step = "Write something first, or hand over everything again."
    exit_status = 1


class DraftsOpen(Refused):
    """Blocks on handing over that only a person can lift."""

    code = "work.drafts-open"
    happened = "{count} records are still drafts."
    next_step = "Submit them, or hand over without them."


class PlanOutdated(Refused):
    """A merge plan made before the workspace changed."""

    code = "work.plan-outdated"
    happened = "The workspace has changed since this preview was made."
    next_step = "Look at the preview again, then join."


class FrameworkDiffers(Refused):
    """A bundle made under another framework or another version of it."""

    code = "work.framework-differs"
    happened = "This bundle was made under {theirs}; this workspace uses {ours}."
    next_step = "Ask the lead which framework is right. Nothing was dropped; the bundle can wait."


class ChangedSince(Refused):
    """Something to be taken back that was changed again meanwhile."""

    code = "work.changed-since"
    happened = "This {kind} was changed again since then."
    next_step = "Open it: every version is there, and any of them can be brought back."


class CountsDiffer(Damaged):
    """A merge whose rows do not add up to what the bundle announced."""

    code = "work.counts-differ"
    happened = "The bundle announced {announced} revisions, but {written} would be written."
    next_step = "Keep the bundle, and ask the sender to make it again."


class NotAClash(Refused):
    """A decision on a record that has one version only."""

    code = "work.not-a-clash"
    happened = "This record has only one current version; there is nothing to decide."
    next_step = "Open clashes are listed by: evidencekit clashes."
    exit_status = 2


class NotAFinding(Refused):
    """Adoption of something that is no draft finding."""

    code = "work.not-a-finding"
    happened = "Only a finding can be adopted; this is a {kind}."
    next_step = "Choose a finding."
    exit_status = 2


class LegalHold(Refused):
    """Destruction while a legal hold stands."""

    code = "work.legal-hold"
    happened = "{who} put a legal hold on {what} on {since}: {ground}. It cannot be destroyed."
    next_step = "Only when the hold has been lifted with a reason; the lead or {who} can lift it."


class NotAHold(Refused):
    """Lifting something that is no legal hold, or one that was lifted before."""

    code = "work.not-a-hold"
    happened = "No legal hold of this number stands here."
    next_step = "Those that stand are listed by: evidencekit hold."
    exit_status = 2


class NoSuchMember(Refused):
    """An id that is nobody's on the roster."""

    code = "work.no-such-member"
    happened = "Nobody on the roster has the id {member}."
    next_step = "The members are listed by: evidencekit roster."
    exit_status = 2


class FileUnreadable(Unavailable):
    """A file that cannot be opened."""

    code = "work.file-unreadable"
    happened = "{path} cannot be read."
    next_step = "Check the name, and that the stick is in; then try again."


class FileUnwritable(Unavailable):
    """A place that cannot be written to."""

    code = "work.file-unwritable"
    happened = "{path} cannot be written."
    next_step = "Choose another place, or make room there; then try again."


class UnknownInspectorate(Refused):
    """An inspectorate that the framework does not name."""

    code = "work.unknown-inspectorate"
    happened = "This framework has no inspectorate called {inspectorate}."
    next_step = "It names: {known}."
    exit_status = 2


class TooMuchText(Refused):
    """A record that no bundle could carry."""

    code = "work.too-much-text"
    happened = "One record holds at most {limit_kb} KB, and this one is longer."
    safe = "What was typed is still here and kept as a draft."
    next_step = "Put part of it into a second record."


class FileTooLarge(Refused):
    """A file too large to be kept with the evidence."""

    code = "work.file-too-large"
    happened = "{path} is larger than {limit_mb} MB."
    next_step = "Keep a part of it, or write down what it shows."


class EmptyAnswer(Refused):
    """A question of setting up that was left empty."""

    code = "work.empty-answer"
    happened = "The {what} is empty."
    next_step = "Fill it in; it stands on the roster and on every bundle."
    exit_status = 2
