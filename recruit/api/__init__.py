"""HTTP for machines, versioned."""
