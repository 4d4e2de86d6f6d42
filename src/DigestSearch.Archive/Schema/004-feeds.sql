-- What a server said of a feed's state, so that it is asked only for what is new. It is kept once all of that state is archived.
CREATE TABLE feeds (
    place TEXT NOT NULL PRIMARY KEY,
    etag TEXT,
    modified TEXT
) WITHOUT ROWID;
