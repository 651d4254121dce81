"""From a template to a contract, and from a document and a contract to a reading."""
