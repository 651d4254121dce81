"""An item that is too large becomes two."""
