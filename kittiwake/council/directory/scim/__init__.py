"""SCIM 2.0 (RFC 7643, 7644): the council's directory adds, changes and ends people by itself.

Its schemas, filters and changes are scim2-models'; here is what of them this service keeps (`resources`), what each address
answers (`answers`), and who may ask (`views`).
"""
