interface FrameMessage {
  scriptCall?: number;
  function?: string;
  args?: unknown[];
  scriptHost?: string;
  value?: unknown;
}

/**
 * Passes what a script's frame asks for on to the host, and the answer back; what it wants of the
 * window around it goes to `onHost`. Gives a function that ends the passing on.
 */
export function relayCalls(
  frame: HTMLIFrameElement,
  address: string,
  onHost: (action: string, value: unknown) => void,
): () => void {
  const listener = ({ source, data }: MessageEvent<FrameMessage | null>): void => {
    if (source !== frame.contentWindow || !data) return;
    if (typeof data.scriptHost === 'string') onHost(data.scriptHost, data.value);
    if (typeof data.scriptCall === 'number') void relay(frame, address, data);
  };
  window.addEventListener('message', listener);
  return () => window.removeEventListener('message', listener);
}

async function relay(frame: HTMLIFrameElement, address: string, call: FrameMessage): Promise<void> {
  const { scriptCall, function: name, args } = call;
  const reply = await ask(address, { function: name, args });
  frame.contentWindow?.postMessage({ scriptReply: scriptCall, ...reply }, '*');
}

async function ask(address: string, body: object): Promise<object> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as object;
  } catch (reason) {
    return { ok: false, error: { name: 'NetworkError', message: String(reason) } };
  }
}
