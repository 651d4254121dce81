"""Rules about what repeats in a document, such as the steps of a plan."""
