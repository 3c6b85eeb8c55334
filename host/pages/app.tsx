import { render, type ComponentType } from 'preact';
import { ClockPage } from './clock-page';
import { ExecutionsPage } from './executions-page';
import { MailPage } from './mail/mail-page';
import { TopBar } from './parts/top-bar';
import { SheetPage } from './sheet/sheet-page';
import { TriggersPage } from './triggers-page';

const pages: Record<string, ComponentType> = {
  '/': SheetPage,
  '/mail': MailPage,
  '/executions': ExecutionsPage,
  '/triggers': TriggersPage,
  '/clock': ClockPage,
};

const Page = pages[location.pathname] ?? SheetPage;

render(
  <>
    <TopBar />
    <Page />
  </>,
  document.body,
);
