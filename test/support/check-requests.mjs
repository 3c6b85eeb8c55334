import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Checks requests (a JSON array on stdin) against an API's description; prints what is wrong. */
const [checker, spec] = process.argv.slice(2);
const { loadSpec } = await import(pathToFileURL(checker).href);
const api = loadSpec(spec);
const requests = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(requests.map((request) => api.request(request))));
