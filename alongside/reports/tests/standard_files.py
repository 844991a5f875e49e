"""Files that somebody might choose."""

CHARTER = """\
slug = "our-charter"
name = "Our involvement charter"
made_by = "Contributors and staff, 2026"
link = "https://example.org/charter"
credit = "Ours."
about = "What we promise each other."

[[points]]
slug = "early"
name = "Early"
asks = "People are asked while everything is still open."
first = "Ask about the next decision now."
rests_on = ["asked", "scope"]
signs = ["asked_after"]
accounts = ["shaped"]

[[points]]
slug = "paid"
name = "Paid"
asks = "People are paid, preparation included, and soon."
first = "Pay what is owed."
rests_on = ["payments", "pay_said"]
"""
