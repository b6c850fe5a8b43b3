"""The wall of isolation: the Workspace, the scope of a request, managers that refuse unscoped queries, row security."""
