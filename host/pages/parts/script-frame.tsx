import { useEffect, useRef } from 'preact/hooks';
import { relayCalls } from '../relay';

interface Properties {
  project: string;
  address: string;
  sandbox: string;
  title: string;
  /** What the script's page asks of the window around it, such as `close`. */
  onHost: (action: string, value: unknown) => void;
}

/** A page of a script, in its sandbox on the other origin. */
export function ScriptFrame({ project, address, sandbox, title, onHost }: Properties) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const calls = `/host/ui/call/${encodeURIComponent(project)}`;
    return frame.current ? relayCalls(frame.current, calls, onHost) : undefined;
  }, [address]);
  return (
    <iframe
      key={address}
      ref={frame}
      src={address}
      title={title}
      {...{ sandbox }}
      allow="clipboard-write"
    />
  );
}
