"""The journeys as rows of steps, and the one task that walks them."""
