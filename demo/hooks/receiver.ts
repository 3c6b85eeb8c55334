import { Webhook } from 'standardwebhooks';
import { bodyOf, listen, type Loopback } from '../loopback';

/** A message that came, and whether its signature held. */
export interface Message {
  id: string;
  isGenuine: boolean;
  body: { type: string; version: number; timestamp: string; data: Record<string, unknown> };
}

/**
 * A receiver of webhooks on this machine: it believes what the library of Standard Webhooks signs
 * alike with one of its secrets, and shows what it got to whoever opens it in a browser.
 */
export class SampleReceiver {
  readonly messages: Message[] = [];
  secrets: string[] = [];
  /** What it answers to a genuine message. */
  status = 204;

  serve(): Promise<Loopback> {
    return listen(async (request, response) => {
      if (request.method !== 'POST') {
        response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify(this.messages, undefined, 2));
        return;
      }
      const isGenuine = this.take(request.headers, await bodyOf(request));
      response.writeHead(isGenuine ? this.status : 401);
      response.end();
    });
  }

  /** How old a message is cannot be judged here: the host that sends it lives in a time of its own. */
  private take(headers: Record<string, unknown>, text: string): boolean {
    const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) =>
      String(headers[`webhook-${name}`]),
    ) as [string, string, string];
    const at = new Date(Number(timestamp) * 1000);
    const isGenuine = this.secrets.some((secret) =>
      signature.split(' ').includes(new Webhook(secret).sign(id, at, text)),
    );
    this.messages.push({ id, isGenuine, body: JSON.parse(text) as Message['body'] });
    return isGenuine;
  }
}
