"""What every page is made of: GOV.UK components, forms, dates, base templates.

It knows nothing about children. Areas above it declare forms with `forms.GovForm`, answer with `pages.page` and
extend `ui/base.html`; the gallery shows every part in every state.
"""
