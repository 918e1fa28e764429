"""Papers of this floor: what an office prints of its reception days and matters."""
