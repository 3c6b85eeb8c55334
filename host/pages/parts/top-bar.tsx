import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { useLive } from '../live';

const links = [
  { path: '/', label: 'Sheet' },
  { path: '/mail', label: 'Mail' },
  { path: '/executions', label: 'Executions' },
  { path: '/triggers', label: 'Triggers' },
  { path: '/clock', label: 'Clock' },
];

/** The bar over all pages: where one can go, and what time it is here. */
export function TopBar() {
  return (
    <header class="top-bar">
      <nav aria-label="Pages">
        {links.map(({ path, label }) => (
          <a href={path} aria-current={location.pathname === path ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <VirtualTime />
    </header>
  );
}

function VirtualTime() {
  const [clock] = useLive(() => get<{ now: string }>('/host/clock'), ['clock', 'executions']);
  const [ticked, setTicked] = useState(0);
  useEffect(() => {
    setTicked(0);
    const started = Date.now();
    const timer = setInterval(() => setTicked(Date.now() - started), 10_000);
    return () => clearInterval(timer);
  }, [clock?.now]);
  if (!clock) return null;
  const now = new Date(Date.parse(clock.now) + ticked);
  return (
    <a class="virtual-time" href="/clock" title="The host's own clock, which can be moved">
      {now.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
    </a>
  );
}
