"""Paper: PDF documents on the county's page, with the bundled Chinese fonts."""
