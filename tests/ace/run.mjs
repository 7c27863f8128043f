// Prints one line of JSON for each e-book: its name and what Ace finds wrong with it.

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");

for (const file of process.argv.slice(2)) {
  const options = { cwd: process.cwd(), silent: true, jobid: file };
  const [, report] = await ace(file, options, runner);
  const found = report.assertions.flatMap((page) =>
    page.assertions.map((one) => {
      const rule = one["earl:test"];
      return `${page["earl:testSubject"].url}: ${rule["earl:impact"]} ${rule["dct:title"]}`;
    }),
  );
  process.stderr.write(`${JSON.stringify({ file, found })}\n`);
}
process.exit(0);
