"""Which supplier records are one firm, and why. Nothing is merged here until people have said so."""
