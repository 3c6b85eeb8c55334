import { render } from 'preact';
import { useState } from 'preact/hooks';
import { call } from './call';
import { ClientsPage } from './pages/clients';
import { ConnectionsPage } from './pages/connections';
import { HomePage } from './pages/home';
import { LettersPage } from './pages/letters';
import { MoneyPage } from './pages/money';
import { ProductsPage } from './pages/products';
import { SetUpPage } from './pages/setup';
import { Notice } from './parts';
import { useLoaded } from './work';

export type Page = 'home' | 'letters' | 'clients' | 'products' | 'money' | 'connections' | 'setup';

const PAGES: { page: Page; title: string }[] = [
  { page: 'home', title: 'Home' },
  { page: 'letters', title: 'Letters' },
  { page: 'clients', title: 'Clients' },
  { page: 'products', title: 'Products' },
  { page: 'money', title: 'Money' },
  { page: 'connections', title: 'Connections' },
  { page: 'setup', title: 'Set up' },
];

function App() {
  const [page, open] = useState<Page>('home');
  const home = useLoaded(() => call({ do: 'home' }));
  const shown = home.value?.isSetUp === false && page !== 'home' ? 'home' : page;
  return (
    <>
      <nav aria-label="Perennial">
        {PAGES.map(({ page: name, title }) => (
          <button
            key={name}
            type="button"
            aria-current={shown === name ? 'page' : undefined}
            disabled={home.value?.isSetUp === false && name !== 'home'}
            onClick={() => open(name)}
          >
            {title}
          </button>
        ))}
      </nav>
      <main>
        {home.error === '' ? null : <Notice kind="problem">{home.error}</Notice>}
        {shown === 'home' ? <HomePage home={home} open={open} /> : null}
        {shown === 'letters' ? <LettersPage onChange={home.reload} /> : null}
        {shown === 'clients' ? <ClientsPage home={home} /> : null}
        {shown === 'products' ? <ProductsPage onChange={home.reload} /> : null}
        {shown === 'money' ? <MoneyPage home={home} /> : null}
        {shown === 'connections' ? <ConnectionsPage onChange={home.reload} /> : null}
        {shown === 'setup' ? <SetUpPage home={home} /> : null}
      </main>
    </>
  );
}

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
