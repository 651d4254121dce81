"""Made-up texts and documents for the property tests: what hypothesis draws from."""
