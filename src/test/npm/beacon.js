// A BEACON file as its editor's reader sees it: node beacon.js MODULES FILE; prints {meta, links, unread}, the last being
// the lines of its head that the reader does not take: names it does not know, values that it finds wrong.
const { readFileSync } = require("fs");
const path = require("path");

const [modules, file] = process.argv.slice(2).map((name) => path.resolve(name));
const { Parser } = require(path.join(modules, "beacon-links"));
const text = readFileSync(file, "utf8");

Parser().parse(text).then(({ meta, links }) => {
  const written = text.split("\n").filter((line) => line.startsWith("#"))
    .map((line) => /^#([A-Z]+): (.*)$/.exec(line).slice(1));
  const read = meta.getValues();
  const taken = ([name, value]) => name === "FORMAT" || [value, `${value}{ID}`].includes(read[name]);
  const known = Object.fromEntries(written.map(([name, value]) => [name, read[name] ?? value]));
  console.log(JSON.stringify({ meta: known, links, unread: written.filter((one) => !taken(one)) }));
}, (error) => {
  console.error(`${error.message} at line ${error.number}: ${error.line}`);
  process.exit(1);
});
