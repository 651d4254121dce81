"""The language server: the only place that speaks the protocol. `server.py` puts it together."""
