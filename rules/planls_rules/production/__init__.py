"""Rules about what a document promises of the finished thing."""
