import { bodyOf, listen, type Loopback } from '../loopback';

/** A request to a sample service, as it came. */
export interface ServiceRequest {
  method: string;
  /** With its query, without the host. */
  path: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

export interface ServiceReply {
  status: number;
  headers?: Record<string, string>;
  body: object;
}

/** A made-up service: it answers as the real one would, from what it holds in memory. */
export interface SampleService {
  answer: (request: ServiceRequest) => ServiceReply;
}

/** Starts a sample service on this machine. */
export function serve(service: SampleService): Promise<Loopback> {
  return listen(async (request, response) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    );
    const { method = 'GET', url = '/' } = request;
    const reply = service.answer({ method, path: url, headers, body: await bodyOf(request) });
    response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.body));
  });
}

/** Counts requests: whether one more within a second is too many. */
export class Meter {
  private recent: number[] = [];
  private blockedUntil = -Infinity;

  constructor(
    private readonly perSecond: number,
    private readonly penaltyMs: number,
    private readonly now: () => number,
  ) {}

  isTooMany(): boolean {
    const at = this.now();
    if (at < this.blockedUntil) return true;
    this.recent = this.recent.filter((before) => before > at - 1000);
    this.recent.push(at);
    if (this.recent.length <= this.perSecond) return false;
    this.blockedUntil = at + this.penaltyMs;
    return true;
  }
}
