"""The pages: one folder each with its routes, form and templates. Delete the folder and its line, and it is gone."""

PAGES = (
    "help_now",
    "home",
    "results",
    "asset",
    "guided",
    "shortlist",
    "about",
    "sign_in",
    "members",
    "conversation",
    "prescription",
    "listings",
    "desk",
    "imports",
    "feeds",
    "duplicates",
    "sources",
    "changes",
    "users",
)
