// DAISY Ace over one book, by the Chromium of this machine: node ace.js MODULES BOOK FOLDER; prints a line per violation.
const { accessSync, readFileSync, constants } = require("fs");
const path = require("path");

const [modules, book, folder] = process.argv.slice(2).map((file) => path.resolve(file));
const runs = (file) => { try { accessSync(file, constants.X_OK); return true; } catch { return false; } };
const browser = process.env.PATH.split(path.delimiter)
  .flatMap((home) => ["chromium", "chromium-browser", "google-chrome"].map((name) => path.join(home, name))).find(runs);
if (!browser) throw new Error("Chromium is missing; install it (Debian: chromium)");
process.env.PUPPETEER_EXECUTABLE_PATH = browser;

const module_ = (name) => require(path.join(modules, name));
module_("@daisy/ace-core")(book, { cwd: folder, outdir: folder, tmpdir: path.join(folder, "tmp"), initLogger: true, silent: true,
  fileName: path.join(folder, "ace.log") }, module_("@daisy/ace-axe-runner-puppeteer"))
  .then(() => {
    const report = JSON.parse(readFileSync(path.join(folder, "report.json")));
    const files = report.assertions.map((of) => of["earl:testSubject"].url);
    console.log(`files: ${files.length}`);
    for (const of of report.assertions) {
      for (const one of of.assertions) {
        console.log(`violation: ${of["earl:testSubject"].url} ${one["earl:test"]["dct:title"]} ${one["earl:result"].html ?? ""}`);
      }
    }
    process.exit(0);
  }, (error) => { console.error(error); process.exit(1); });
