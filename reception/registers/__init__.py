"""The register of reception days (代表接待日登记表): its rota and its ledger of who came with what."""

from reception.registers.ledger import LedgerImporter
from reception.registers.rota import RotaImporter


__all__ = ["LedgerImporter", "RotaImporter"]
