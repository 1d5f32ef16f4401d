"""One library's tab: table, filters, columns and, beside it, the form."""
