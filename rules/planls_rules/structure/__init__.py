"""Rules about what any contract asks for: sections, fields, tables, placeholders, fences."""
