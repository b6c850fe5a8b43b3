"""What language models may do: policy, budgets, manifests."""
