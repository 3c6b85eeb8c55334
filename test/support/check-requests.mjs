import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Checks requests and answers (JSON on stdin) against an API's description; prints what is wrong. */
const [checker, spec] = process.argv.slice(2);
const { loadSpec } = await import(pathToFileURL(checker).href);
const api = loadSpec(spec);
const { requests = [], answers = [] } = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(
  JSON.stringify({
    requests: requests.map((request) => api.request(request)),
    answers: answers.map(({ op, status, body }) => api.response(op, status, body)),
  }),
);
