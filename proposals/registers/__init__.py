"""The ledger of motions and suggestions (代表建议议案台账)."""

from proposals.registers.ledger import LedgerImporter


__all__ = ["LedgerImporter"]
