-- A document that repeats the digest of another one has no reviews of its own while that one has.
ALTER TABLE documents ADD COLUMN copy_of INTEGER REFERENCES documents (id);

CREATE INDEX documents_by_original ON documents (copy_of) WHERE copy_of IS NOT NULL;
