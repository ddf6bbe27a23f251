"""The council's directory: who joins and leaves by its word, and whose role comes from a group of it.

Two ways lead in. At a sign-in by single sign-on the provider says who somebody is and in which groups (`single_sign_on`);
by SCIM 2.0 the directory adds, changes and ends people by itself (`scim`). Both come to the same recording functions, as
the account "The council's directory", which may do what an administrator may and sees no child. Accounts themselves are
`accounts`. What is decided here and why: docs/decisions/0056.
"""
