// Reads an export from standard input with a parser other than ours and writes what it understood as JSON: node read.mjs bib|ris|atom
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import FeedParser from "feedparser";

const FORMS = { bib: "@bibtex/text", ris: "@ris/file" };
const form = process.argv[2];
process.stdout.write(JSON.stringify(form === "atom" ? await feed() : await citations(form)));

async function citations(form) {
  let text = "";
  for await (const piece of process.stdin.setEncoding("utf8")) text += piece;
  return new Cite(text, { forceType: FORMS[form] }).data.map(item => ({
    id: item.id,
    // Capitals that a style must keep are told as markup.
    title: item.title?.replace(/<\/?span[^>]*>/g, ""),
    authors: (item.author ?? []).map(name => [name.given, name["non-dropping-particle"], name.family ?? name.literal].filter(Boolean).join(" ")),
    year: item.issued?.["date-parts"]?.[0]?.[0] ?? null,
    url: item.URL ?? null,
  }));
}

async function feed() {
  const parser = process.stdin.pipe(new FeedParser({ addmeta: false }));
  const items = [];
  for await (const item of parser) items.push({ id: item.guid, title: item.title, url: item.link, text: item.description });
  return items;
}
