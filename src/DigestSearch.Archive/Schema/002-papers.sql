-- Which reviews may be of one paper, by numbers of their keys. Rows of what was edited or removed since may stay: a reader asks the review.
CREATE TABLE paper_keys (
    key INTEGER NOT NULL,
    review TEXT NOT NULL,
    PRIMARY KEY (key, review)
) WITHOUT ROWID;

-- By which rules the keys were written; the program notes them anew when it has others.
INSERT INTO meta (name, value) VALUES ('paper_keys', 0);
