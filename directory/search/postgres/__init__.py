"""The PostgreSQL search engine: an index in tables of a database, asked in SQL, on the server or on copies of it."""
