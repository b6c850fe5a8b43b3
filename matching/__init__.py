"""The science of Strata: text in; profiles, requirements, vectors, layers, evidence, ranks and drafts out."""
