// References as the readers of others see them: node read.js MODULES FOLDER; prints for each file of the folder a line of JSON,
// {file, reader, items, complaints}, items in CSL-JSON.
const { readFileSync, readdirSync } = require("fs");
const path = require("path");

const [modules, folder] = process.argv.slice(2).map((file) => path.resolve(file));
const module_ = (name) => require(path.join(modules, name));
const { Cite } = module_("@citation-js/core");
const { clean } = module_("@citation-js/core/lib/plugins/input/csl.js");
module_("@citation-js/plugin-ris");
module_("@citation-js/plugin-bibtex");
const { BibLatexParser, CSLExporter } = module_("biblatex-csl-converter/lib/index.js");

const citation = (text, forceType) => new Cite(text, { forceType }).data.map(({ _graph, ...item }) => item);
const biblatex = (text) => {
  const { entries, errors, warnings } = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
  return { items: Object.values(new CSLExporter(entries).parse()), complaints: [...errors, ...warnings] };
};
// An item is cleaned of fields, types, names and dates that CSL-JSON does not have.
const readers = {
  ".csl.json": { "Citation.js": (text) => ({ items: clean(JSON.parse(text), false) }) },
  ".ris": { "Citation.js": (text) => ({ items: citation(text, "@ris/file") }) },
  ".bib": { "Citation.js": (text) => ({ items: citation(text, "@biblatex/text") }), "biblatex-csl-converter": biblatex },
};

for (const file of readdirSync(folder).sort()) {
  const end = Object.keys(readers).find((one) => file.endsWith(one));
  for (const [reader, read] of Object.entries(readers[end] ?? {})) {
    console.log(JSON.stringify({ file, reader, complaints: [], ...read(readFileSync(path.join(folder, file), "utf8")) }));
  }
}
