#!/usr/bin/env node
// Lighthouse on a phone and a desktop for every kind of page; prints the four scores of each.
//
// Not a test: scores for speed vary with the machine. Run `make lighthouse` before an edition.
//
// Options: page addresses after the folder, instead of the middle page of each kind; --min=95 (exit 1
// below it). LIGHTHOUSE is the folder npm installed it in, CHROME_PATH names the browser.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const [folder = 'site', ...chosen] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const least = Number(options.find((word) => word.startsWith('--min='))?.slice(6) ?? 95);
const site = resolve(folder);
if (!existsSync(join(site, '_headers'))) throw new Error(`Ikke et bygd nettsted: ${site}`);

/* One page of each kind, the one of middle size. */
function onePerKind() {
  const kinds = new Map();
  for (const name of readdirSync(site, { recursive: true }).filter((path) => path.endsWith('.html') && path !== '404.html')) {
    const text = readFileSync(join(site, name), 'utf8');
    const kind = /<body[^>]* class="page-(\S+?)[ "]/.exec(text)?.[1] ?? 'annet';
    kinds.set(kind, [...(kinds.get(kind) ?? []), [text.length, name]]);
  }
  return [...kinds.values()].map((found) => found.sort(([a], [b]) => a - b)[found.length >> 1][1]).sort();
}
const pages = chosen.length ? chosen : onePerKind();

const from = createRequire(join(resolve(process.env.LIGHTHOUSE ?? '.'), 'package.json'));
const { default: lighthouse, desktopConfig } = await import(pathToFileURL(from.resolve('lighthouse')));

/* The site with the headers of its own _headers file, as in tests/browser/serving.py. */
const KINDS = {
  '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.txt': 'text/plain', '.xml': 'application/xml', '.json': 'application/json', '.woff2': 'font/woff2',
};
const rules = [];
for (const line of readFileSync(join(site, '_headers'), 'utf8').split('\n')) {
  if (line.startsWith(' ')) {
    const colon = line.indexOf(':');
    rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  } else if (line.trim()) {
    rules.push({ start: line.trim().replace(/\*$/, ''), headers: [] });
  }
}
const server = http.createServer((request, response) => {
  const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  let file = join(site, address);
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  const found = file.startsWith(site + sep) && existsSync(file);
  if (!found) file = join(site, '404.html');
  const kind = KINDS[extname(file)] ?? 'application/octet-stream';
  const packed = kind.startsWith('text') || kind.includes('xml') || kind.includes('json');
  response.statusCode = found ? 200 : 404;
  for (const rule of rules) {
    if (address.startsWith(rule.start)) rule.headers.forEach(([name, value]) => response.setHeader(name, value));
  }
  response.setHeader('Content-Type', kind.startsWith('text') ? `${kind}; charset=utf-8` : kind);
  if (packed) response.setHeader('Content-Encoding', 'gzip');
  response.end(packed ? gzipSync(readFileSync(file)) : readFileSync(file));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${server.address().port}/`;

/* A browser with a profile of its own. */
const port = await new Promise((done) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => done(free));
  });
});
const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const browser = spawn(
  process.env.CHROME_PATH ?? 'chromium',
  ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    `--user-data-dir=${profile}`, `--remote-debugging-port=${port}`, 'about:blank'],
  { stdio: 'ignore' },
);
for (let round = 0; round < 150; round++) {
  const up = await fetch(`http://127.0.0.1:${port}/json/version`).then(() => true, () => false);
  if (up) break;
  await new Promise((done) => setTimeout(done, 200));
}

let below = 0;
console.log('apparat  ytelse  tilgjengelighet  praksis  søkemotor  side (det som trekker ned)');
for (const [device, config] of [['mobil', undefined], ['pc', desktopConfig]]) {
  for (const page of pages) {
    const { lhr } = await lighthouse(base + page, { port, output: 'json', logLevel: 'error' }, config);
    const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map((name) =>
      Math.round(100 * lhr.categories[name].score),
    );
    const counted = Object.values(lhr.categories).flatMap((category) =>
      category.auditRefs.filter((ref) => ref.weight > 0).map((ref) => ref.id),
    );
    const weak = [...new Set(counted)].filter((id) => lhr.audits[id].score !== null && lhr.audits[id].score < 0.9);
    if (scores.some((score) => score < least)) below++;
    console.log(
      device.padEnd(9) + scores.map((score, place) => String(score).padEnd([8, 17, 9, 11][place])).join('') +
        page + (weak.length ? ` (${weak.join(', ')})` : ''),
    );
  }
}
browser.kill();
server.close();
server.closeAllConnections();
await new Promise((done) => setTimeout(done, 500));
rmSync(profile, { recursive: true, force: true });
process.exit(below ? 1 : 0);
