// MiniSearch, the engine of static sites, by the protocol of the bench: one line in, one line out. Its index is in memory.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import MiniSearch from "minisearch";

const PAGE = 10, LABELS = 10, LIST = "\u001f";
const DIMENSIONS = ["year", "venue", "lab", "author", "topic"];
const documents = [];
let search, queries = [], checked = 0;

for await (const line of createInterface({ input: process.stdin })) {
  const [said, ...rest] = line.split("\t");
  if (said === "index") console.log(await index(rest[0]));
  else if (said === "open") console.log(open(rest[1]));
  else if (said === "run") console.log(run(rest[0]));
  else process.exit(0);
}

async function index(file) {
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(file) })) lines.push(line.split("\t"));
  const start = process.hrtime.bigint();
  search = new MiniSearch({ fields: ["words"], tokenize: text => text.split(" "), processTerm: term => term });
  for (const [at, fields] of lines.entries()) {
    documents.push({ stored: fields[7], labels: fields.slice(2, 7).map(list => list.split(LIST).filter(label => label)) });
    search.add({ id: at, words: fields[1] });
  }
  return `indexed\t${lines.length}\t${Number(process.hrtime.bigint() - start) / 1e9}\t0`;
}

function open(file) {
  queries = readFileSync(file, "utf8").split("\n").filter(line => line).map(line => line.split("\t"));
  return `opened\t${documents.length}`;
}

function run(task) {
  const times = [], totals = [];
  for (const query of queries) {
    const start = process.hrtime.bigint();
    totals.push(ask(task, query));
    times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return `ran\t${times}\t${totals}`;
}

function ask(task, [, words, selected]) {
  const chosen = task === "selected" ? selected.split(LIST).map(one => [DIMENSIONS.indexOf(one.slice(0, one.indexOf("="))), one.slice(one.indexOf("=") + 1)]) : [];
  const found = task === "match-all" ? documents.map((_, id) => ({ id })) : search.search(words, { combineWith: "AND" });
  const missed = chosen.length === 0 ? null : found.map(({ id }) => chosen.filter(([dimension, label]) => !documents[id].labels[dimension].includes(label)).map(([dimension]) => dimension));
  const hits = missed ? found.filter((_, at) => missed[at].length === 0) : found;
  if (task !== "top10")
    for (const dimension of DIMENSIONS.keys()) {
      const counts = new Map();
      for (const [at, { id }] of found.entries())
        if (!missed || missed[at].length === 0 || (missed[at].length === 1 && missed[at][0] === dimension))
          for (const label of documents[id].labels[dimension]) counts.set(label, (counts.get(label) ?? 0) + 1);
      checked += [...counts].sort((a, b) => b[1] - a[1]).slice(0, LABELS).length;
    }
  for (const { id } of hits.slice(0, PAGE)) checked += documents[id].stored.length;
  return hits.length;
}
