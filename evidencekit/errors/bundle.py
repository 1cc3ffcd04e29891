"""Refusals about bundles, rosters, join cards and receipts; no fact ever holds evidence."""

from evidencekit.errors.base import Damaged, Refused, Unavailable

_KEEP_AND_ASK = "Keep the file, and ask the sender to make it again."
_COPY_AGAIN = "Keep the file, and copy it from the sender's stick again."
_TELL_LEAD = "Keep the file, do not use it, and tell the lead inspector and the sender."
_NOT_POSSIBLE = 5


class BundleTruncated(Damaged):
    """A bundle that ends before it should."""

    code = "bundle.truncated"
    happened = "This bundle ends too early ({where})."
    next_step = _COPY_AGAIN


class BundleAltered(Damaged):
    """A member whose bytes are not the ones that were signed."""

    code = "bundle.altered"
    happened = "The part {part} is not the one that the sender signed."
    next_step = _KEEP_AND_ASK


class WrongContainer(Damaged):
    """A member header that strict ustar does not have."""

    code = "bundle.wrong-container"
    happened = "This bundle is not packed as the format says ({why})."
    next_step = _KEEP_AND_ASK


class UnsafeName(Damaged):
    """A member name that tries to reach outside, or that no honest program writes."""

    code = "bundle.unsafe-name"
    happened = "This bundle holds a part with a name that is never accepted ({why})."
    next_step = _TELL_LEAD


class NotARegularFile(Damaged):
    """A link, folder or device where only plain parts belong."""

    code = "bundle.not-a-regular-file"
    happened = "This bundle holds a {what}; only plain parts are accepted."
    next_step = _TELL_LEAD


class DuplicateMember(Damaged):
    """The same name twice."""

    code = "bundle.duplicate-member"
    happened = "This bundle holds the part {part} twice."
    next_step = _TELL_LEAD


class UnexpectedMember(Damaged):
    """A part that is missing, extra or out of its order."""

    code = "bundle.unexpected-member"
    happened = "This bundle should go on with {expected}, but has {found} there."
    next_step = _KEEP_AND_ASK


class BundleTooLarge(Damaged):
    """More than an honest bundle holds."""

    code = "bundle.too-large"
    happened = "The {what} of this bundle is {size}; at most {limit} is accepted."
    next_step = "Keep the file, and ask the sender how it was made."


class BytesBehindEnd(Damaged):
    """Something after the end of the bundle."""

    code = "bundle.bytes-behind-end"
    happened = "There is something behind the end of this bundle."
    next_step = _TELL_LEAD


class HostileJson(Damaged):
    """JSON that is not the one spelling: doubled keys, fractions, huge numbers, deep nesting."""

    code = "bundle.hostile-json"
    happened = "The part {part} is not in the one agreed spelling ({why})."
    next_step = _KEEP_AND_ASK


class WrongBundleHeader(Damaged):
    """A header with a field that is missing, unknown or of another form."""

    code = "bundle.wrong-header"
    happened = "The header of this bundle breaks the format: {why}."
    next_step = _KEEP_AND_ASK


class WrongManifest(Damaged):
    """A list of parts that breaks BagIt, or that lists other parts than the header."""

    code = "bundle.wrong-manifest"
    happened = "The list of parts in this bundle breaks the format: {why}."
    next_step = _KEEP_AND_ASK


class UnknownVersion(Refused):
    """A bundle of a later format."""

    code = "bundle.unknown-version"
    happened = "This bundle is of format {found}; this program reads {known}."
    next_step = "Open it with a newer version of this program."


class SenderUnknown(Refused):
    """A signer whose key is on no roster we know."""

    code = "bundle.stranger"
    happened = "This bundle is signed by a key that nobody on the roster has."
    next_step = "If it comes from a colleague, ask the lead to admit that colleague first."


class SenderRevoked(Refused):
    """A signer whose key was taken off the roster."""

    code = "bundle.revoked"
    happened = "The sender {sender} was taken off the roster on {revoked_at}."
    next_step = "If it was made before that, the lead can let it in: evidencekit admit-bundle."


class NotHeldBack(Refused):
    """A bundle to be let in whose sender is trusted."""

    code = "bundle.not-held-back"
    happened = "The sender of this bundle is trusted, so there is nothing to let in."
    next_step = "Merge it as it is."


class KeyChanged(Refused):
    """A known person with another key."""

    code = "bundle.key-changed"
    happened = "The key of {member} is not the one that was admitted."
    next_step = "Call {member}, hear the 30 digits again, and admit the new key."


class SenderNotSigner(Damaged):
    """A header that names another sender than the one who signed."""

    code = "bundle.sender-not-signer"
    happened = "This bundle says it is from {sender}, but {signer} signed it."
    next_step = _TELL_LEAD


class OtherTeam(Refused):
    """A bundle of another inspection."""

    code = "bundle.other-team"
    happened = "This bundle belongs to team {found}; this workspace is of team {ours}."
    next_step = "Open the workspace of that inspection and read it there."


class NotForThisReader(Refused):
    """A bundle whose signed header does not name the reader."""

    code = "bundle.not-for-this-reader"
    happened = "This bundle was made for other people; it does not name {reader}."
    next_step = "Ask the sender to make one for you."


class OnlyTheLead(Refused):
    """A kind of bundle that only the lead or a deputy makes."""

    code = "bundle.only-the-lead"
    happened = "A bundle of the kind {kind} comes from the lead; {sender} is not the lead."
    next_step = _TELL_LEAD


class ForkAlarm(Damaged):
    """Two different bundles under one number of one sender."""

    code = "bundle.fork"
    happened = "A different bundle number {seq} from {sender} was received before."
    next_step = "Keep both files, and ask {sender} whether an old copy of the laptop is in use."


class ChainAlarm(Damaged):
    """A bundle that does not follow from the one before it."""

    code = "bundle.chain"
    happened = "Bundle number {seq} from {sender} does not fit bundle number {neighbour}."
    next_step = "Keep both files, and ask {sender} whether an old copy of the laptop is in use."


class WrongReceipt(Damaged):
    """A receipt whose facts break the format."""

    code = "receipt.wrong-shape"
    happened = "This receipt breaks the format: {why}."
    next_step = "Keep the file, and ask the lead to make it again."


class BundleChanged(Damaged):
    """A file that is not the one that was verified a moment ago."""

    code = "bundle.changed-since"
    happened = "The bundle file was changed after it was verified ({part})."
    next_step = _COPY_AGAIN


class WrongRoster(Damaged):
    """A roster whose contents break the format."""

    code = "roster.wrong-shape"
    happened = "The roster breaks the format: {why}."
    next_step = "Keep the file, and ask the lead to make it again."


class RosterNotSigned(Damaged):
    """A roster that the pinned lead did not sign."""

    code = "roster.not-signed-by-lead"
    happened = "The roster is not signed with the key that was pinned for the lead."
    next_step = "Call the lead, hear the 30 digits again, and pin the set-up pack anew."


class RosterRolledBack(Refused):
    """An older roster where a newer one is known."""

    code = "roster.rollback"
    happened = "This carries roster number {found}; number {ours} is known already."
    next_step = "Ask the lead for a pack with the newest roster."


class RosterForked(Damaged):
    """Two different rosters under one number."""

    code = "roster.fork"
    happened = "A different roster number {seq} is known already."
    next_step = "Keep the file, and call the lead: two rosters have the same number."


class SharedKey(Refused):
    """Two members with one key."""

    code = "roster.shared-key"
    happened = "{member} has a key that {other} has already."
    next_step = "Each member makes a join card in a workspace of their own."


class NoSuchColleague(Refused):
    """An id that is nobody's on the roster."""

    code = "roster.no-such-member"
    happened = "Nobody on the roster has the id {member}."
    next_step = "The members are listed by: evidencekit roster."


class RecipientRevoked(Refused):
    """A bundle about to be sealed for somebody who was taken off the roster."""

    code = "roster.recipient-revoked"
    happened = "{member} was taken off the roster and can be sent nothing."
    next_step = "Choose recipients who are on the roster."


class NotTheLead(Refused):
    """A change of the roster by somebody who is not the lead."""

    code = "roster.not-the-lead"
    happened = "Only the lead changes the roster."
    next_step = "Ask the lead inspector to do it."


class LeadStays(Refused):
    """The lead taken off the roster, or a second lead put on it."""

    code = "roster.lead-stays"
    happened = "A roster has one lead, who cannot be taken off it."
    next_step = "Choose another role, or another member."


class DigitsDiffer(Refused):
    """Digits read aloud that are not the ones of the key at hand."""

    code = "trust.digits-differ"
    happened = "The 30 digits are not the ones of this key."
    next_step = "Ask for them to be read aloud again; if they differ again, do not go on."


class WrongCard(Damaged):
    """A join card that breaks the format or was not signed by its own key."""

    code = "trust.wrong-card"
    happened = "This join card does not hold ({why})."
    next_step = "Ask your colleague to make the join card again."


class NotASetUp(Refused):
    """A bundle that cannot introduce the lead."""

    code = "trust.not-a-set-up"
    happened = "This bundle is not a set-up pack."
    next_step = "Choose the set-up pack that the lead sent."


class AttachmentDiffers(Damaged):
    """An attachment that is not the one that was kept."""

    code = "bundle.attachment-differs"
    happened = "The attachment {attachment} is not the one that was kept."
    safe = "No bundle was made."
    next_step = "Run: evidencekit check. It names what is damaged."


class LineTooLong(Refused):
    """A revision too long for a line of the ledger."""

    code = "bundle.line-too-long"
    happened = "The revision {revision} has {size} bytes; a bundle takes {limit} for one."
    safe = "No bundle was made, and nothing was changed."
    next_step = "Put the longest text of that record into an attachment."


class ParcelTooLarge(Refused):
    """More to hand over than one bundle takes."""

    code = "bundle.parcel-too-large"
    happened = "The {what} of this bundle would be {size}; at most {limit} is possible."
    safe = "No bundle was made, and nothing was changed."
    next_step = "Hand over in smaller pieces, beginning with fewer attachments."


class BundleThere(Refused):
    """A file that would be written over."""

    code = "bundle.already-there"
    happened = "{path} is already there."
    next_step = "Choose another folder or name; nothing is ever written over."
    exit_status = _NOT_POSSIBLE


class NoRoom(Unavailable):
    """A place without room for the bundle."""

    code = "bundle.no-room"
    happened = "There is not enough room: the bundle needs {needs}, and {has} are free."
    safe = "No half bundle was left behind, and nothing else was changed."
    next_step = "Make room there or choose another place, then try again."


class PlaceUnusable(Unavailable):
    """A folder or stick that cannot be written to, or went away."""

    code = "bundle.place-unusable"
    happened = "The bundle cannot be written to {path} ({why})."
    safe = "No half bundle was left behind, and nothing else was changed."
    next_step = "Check that the stick is in and not write-protected, then try again."


class NotAsWritten(Damaged):
    """A bundle that reads back from its stick as something else than was written."""

    code = "bundle.not-as-written"
    happened = "What {path} gave back is not what was written there ({why})."
    safe = "The bundle was removed again, and nothing else was changed."
    next_step = "Do not trust that stick; use another one, or a folder of this laptop."


class BundleUnreadable(Unavailable):
    """A file that cannot be read."""

    code = "bundle.unreadable"
    happened = "{path} cannot be read ({why})."
    next_step = "Check the name, and that the stick is in; then try again."
