"""Erasure: one version's content is destroyed; its hash stays and the chain still verifies."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import record, revision

KIND = Kind(
    key="erasure",
    label="Erasure",
    plural="Erasures",
    help="Destroys the content of one version, such as a name typed by mistake. Its hash stays.",
    icon="trash-2",
    fields=(
        revision("target", "Version", "The version whose content is destroyed.", required=True),
        record("record", "Record", (), "The record that version belongs to.", required=True),
    ),
)
