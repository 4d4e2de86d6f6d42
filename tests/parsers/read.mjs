// Reads a text from standard input with a parser or checker other than ours and writes what it understood as a JSON array:
// node read.mjs bib|ris|csl|atom|feed|sitemap|sitemapindex|opensearch|jsonld|host
import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { isDeepStrictEqual } from "node:util";

const require = createRequire(import.meta.url);
let text = "";
for await (const piece of process.stdin.setEncoding("utf8")) text += piece;
const forms = { bib: citations, ris: citations, csl, atom, feed, sitemap, sitemapindex, opensearch, jsonld, host };
const form = process.argv[2];
process.stdout.write(JSON.stringify(await forms[form]()));

async function citations() {
  const { Cite } = await import("@citation-js/core");
  await import(`@citation-js/plugin-${{ bib: "bibtex", ris: "ris" }[form]}`);
  return new Cite(text, { forceType: { bib: "@bibtex/text", ris: "@ris/file" }[form] }).data.map(item => ({
    id: item.id,
    // Capitals that a style must keep are told as markup.
    title: item.title?.replace(/<\/?span[^>]*>/g, ""),
    authors: (item.author ?? []).map(name => [name.given, name["non-dropping-particle"], name.family ?? name.literal].filter(Boolean).join(" ")),
    year: item.issued?.["date-parts"]?.[0]?.[0] ?? null,
    url: item.URL ?? null,
  }));
}

// What the schema does not know or allow is dropped by `clean`, so that what is as before is allowed; then every item is set in a style.
async function csl() {
  const [{ Cite }, { clean }] = [await import("@citation-js/core"), await import("@citation-js/core/lib-mjs/plugins/input/csl.js")];
  await import("@citation-js/plugin-csl");
  const items = JSON.parse(text);
  const known = clean(items, false);
  const cite = new Cite(items, { forceType: "@csl/list+object" });
  const told = new Map(cite.format("bibliography", { template: "apa", asEntryArray: true }));
  return items.map((item, at) => ({ id: item.id, valid: isDeepStrictEqual(item, known[at]), told: told.get(item.id) ?? "" }));
}

async function atom() {
  const { default: FeedParser } = await import("feedparser");
  const items = [];
  for await (const item of Readable.from([text]).pipe(new FeedParser({ addmeta: false }))) items.push({ id: item.guid, title: item.title, url: item.link, text: item.description });
  return items;
}

// What the schema of JSON Feed 1.1 has to say against it.
async function feed() {
  const [{ default: Ajv }, { default: formats }] = [await import("ajv"), await import("ajv-formats")];
  const ajv = new Ajv({ allErrors: true });
  formats(ajv);
  const check = ajv.compile(require("jsonfeed-schema/schema-v1.1.json"));
  check(JSON.parse(text));
  return check.errors ?? [];
}

async function sitemap() {
  const { XMLToSitemapItemStream, ErrorLevel } = await import("sitemap");
  const items = [];
  for await (const item of Readable.from([text]).pipe(new XMLToSitemapItemStream({ level: ErrorLevel.THROW }))) items.push({ url: item.url, changed: item.lastmod ?? null });
  return items;
}

async function sitemapindex() {
  const { XMLToSitemapIndexStream } = await import("sitemap");
  const items = [];
  for await (const item of Readable.from([text]).pipe(new XMLToSitemapIndexStream({ level: "throw" }))) items.push({ url: item.url });
  return items;
}

// The addresses that a client would ask for a text.
async function opensearch() {
  globalThis.DOMParser = (await import("@xmldom/xmldom")).DOMParser;
  const { default: client } = await import("opensearch-browser/dist/index.js");
  const { createBaseRequest } = await import("opensearch-browser/dist/search.js");
  const description = client.fromXml(text).getDescription();
  const asked = { searchTerms: "граф a&b" };
  return description.urls.filter(url => url.hasParameter("searchTerms")).map(url => ({ type: url.type, relations: url.relations, url: createBaseRequest(url, asked).url }));
}

// An array of JSON-LD against the vocabulary of schema.org, as its types for TypeScript have it: what the compiler has to say against it.
// The types do not know what an action says of its input (https://schema.org/docs/actions.html).
function jsonld() {
  const told = JSON.stringify(JSON.parse(text), (key, value) => key.endsWith("-input") ? undefined : value);
  return compiled(`import type { Thing, WithContext } from "schema-dts";\nexport const told: WithContext<Thing>[] = ${told};\n`);
}

// A page of somebody who uses the element, against the types that come with it.
function host() {
  return compiled(text);
}

function compiled(source) {
  const typescript = require("typescript");
  const options = { noEmit: true, strict: true, types: [], module: typescript.ModuleKind.NodeNext, target: typescript.ScriptTarget.ESNext };
  const name = import.meta.dirname + "/told.mts";
  const compiler = typescript.createCompilerHost(options);
  const [read, exists] = [compiler.getSourceFile, compiler.fileExists];
  compiler.getSourceFile = (file, ...rest) => file === name ? typescript.createSourceFile(file, source, options.target) : read(file, ...rest);
  compiler.fileExists = file => file === name || exists(file);
  return typescript.getPreEmitDiagnostics(typescript.createProgram([name], options, compiler)).map(said => ({ message: typescript.flattenDiagnosticMessageText(said.messageText, "\n") }));
}
