-- One counter for all changes: it grows inside the write transaction, so versions are in commit order.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value NOT NULL
) WITHOUT ROWID;

INSERT INTO meta (name, value) VALUES ('identity', lower(hex(randomblob(16)))), ('version', 0);

-- A removed document keeps its row, so that one that is put back is the same digest again.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('folder', 'hand', 'post')),
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT,
    reader TEXT NOT NULL,
    received TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('complete', 'partial', 'refused', 'removed')),
    problems INTEGER NOT NULL DEFAULT 0,
    UNIQUE (place, name)
);

CREATE INDEX documents_by_content ON documents (sha256);

-- Apart from documents: changing a row rewrites all of it.
CREATE TABLE contents (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
);

CREATE TABLE digests (
    id TEXT NOT NULL PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    key TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    url TEXT,
    published TEXT,
    period_from TEXT,
    period_to TEXT,
    language TEXT,
    date TEXT,
    reviews INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    UNIQUE (document, key)
);

CREATE INDEX digests_by_date ON digests (date DESC, id) WHERE reviews > 0;

-- A removed review stays as a tombstone: deleted, without a body.
CREATE TABLE reviews (
    id TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL REFERENCES digests (id),
    ordinal INTEGER NOT NULL,
    version INTEGER NOT NULL UNIQUE,
    title_hash INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted = (body IS NULL)),
    body TEXT
);

CREATE INDEX reviews_by_digest ON reviews (digest, deleted, ordinal);
CREATE INDEX reviews_by_title ON reviews (digest, title_hash);

-- A problem belongs to a document, or to a source as a whole, known by its place.
CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    document INTEGER REFERENCES documents (id) ON DELETE CASCADE,
    place TEXT,
    code TEXT NOT NULL,
    file TEXT NOT NULL,
    line INTEGER,
    message TEXT NOT NULL,
    hint TEXT NOT NULL,
    CHECK ((document IS NULL) <> (place IS NULL))
);

CREATE INDEX problems_by_document ON problems (document);
CREATE INDEX problems_by_place ON problems (place);
