"""The papers of proposals (domain.md C4, D8), each printed as PDF and as a document."""
