"""Every planned refusal and the words a person reads; one module for each room of the house."""

from evidencekit.errors.base import Damaged, Planned, Refused, Unavailable, every

__all__ = ["Damaged", "Planned", "Refused", "Unavailable", "every"]
