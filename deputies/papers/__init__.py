"""Papers of this floor: what an office prints about its deputies, from the records."""
