import type { Host } from '../../host';
import type { Tab } from '../../sheets/tab';
import type { Axis } from '../../shared/operations';
import type { BookView } from '../../shared/view';
import { projectNamed, shownRecord } from '../control';
import type { Frames } from '../frames';
import { BadRequest, html, json, jsonBody, text } from '../http';
import type { Routes } from '../router';
import { runForPage } from '../web-app';
import { chartSvg } from './chart-svg';
import { reachable } from './mail-frame';
import { mailRoutes } from './mail-routes';
import { rowsView, tabView } from './tab-view';

const mostExecutions = 300;

/** What the host's own pages ask for, beyond the control interface. */
export function uiRoutes(host: Host, frames: Frames): Routes {
  const { workbook, ui, triggers, timekeeper } = host;
  return {
    'POST /host/ui/open': async () => {
      ui.clearMenus();
      await host.events.fire('ON_OPEN', { fields: {}, source: true });
      return json(bookView(host));
    },
    'GET /host/ui/book': () => json(bookView(host)),
    'GET /host/ui/tabs/:id': (_request, id) => json(tabView(workbook, tabWith(host, id))),
    'GET /host/ui/tabs/:id/rows': ({ url }, id) => {
      const [from, to] = ['from', 'to'].map((name) => Number(url.searchParams.get(name)));
      return json(rowsView(workbook, tabWith(host, id), from ?? 1, to ?? 1));
    },
    'GET /host/ui/tabs/:id/charts/:chart.svg': async ({ url }, id, chartId) => {
      const chart = tabWith(host, id).charts.find((one) => String(one.id) === chartId);
      if (!chart) throw new BadRequest('There is no such chart.', 404);
      const width = Number(url.searchParams.get('width') ?? 600);
      const height = Number(url.searchParams.get('height') ?? 371);
      const svg = await chartSvg(workbook, chart, width, height);
      return text(svg, 'image/svg+xml');
    },
    'POST /host/ui/select': (request) => {
      const {
        sheet = 0,
        row = 1,
        column = 1,
        rows = 1,
        columns = 1,
      } = jsonBody<Record<'sheet' | 'row' | 'column' | 'rows' | 'columns', number>>(request);
      host.session.select({ sheet, row, column, rows, columns });
      return json({ ok: true });
    },
    'POST /host/ui/tabs/:id/group': (request, id) => {
      const {
        axis = 'rows',
        start = 0,
        depth = 0,
        collapsed = false,
      } = jsonBody<{ axis: Axis; start: number; depth: number; collapsed: boolean }>(request);
      const place = { sheet: tabWith(host, id).id, axis, groups: [{ start, depth }] };
      host.session.apply([{ do: 'collapse', ...place, collapsed }]);
      return json({ ok: true });
    },
    'POST /host/ui/menu': async (request) => {
      const { project, function: name = '' } =
        jsonBody<Record<'project' | 'function', string>>(request);
      const { record } = await host.executor.run({
        project: projectNamed(host, project),
        function: name,
        cause: 'menu',
      });
      return json(shownRecord(record));
    },
    'POST /host/ui/call/:project': async (request, name) => {
      const { function: called = '', args = [] } = jsonBody<{ function: string; args: unknown[] }>(
        request,
      );
      return json(await runForPage(host, projectNamed(host, name), called, args, 'owner'));
    },
    'POST /host/ui/answer': (request) => {
      const {
        id = 0,
        button = 'CLOSE',
        text: typed = '',
      } = jsonBody<{ id: number; button: string; text: string }>(request);
      ui.answer(id, { button, text: typed });
      return json({ ok: true });
    },

    ...mailRoutes(host, frames),
    'GET /host/ui/visit': ({ url }) => {
      const to = url.searchParams.get('to') ?? '';
      if (!/^https?:\/\//i.test(to)) throw new BadRequest('Only web addresses can be opened.');
      return html('', { Location: reachable(to, host.routes) ?? to }, 302);
    },

    'GET /host/ui/executions': () => {
      const all = host.history.after(0);
      return json({ count: all.length, latest: all.slice(-mostExecutions).map(shownRecord) });
    },
    'GET /host/ui/triggers': () => json(triggers.all()),
    'POST /host/ui/triggers/:id/run': async (_request, id) => {
      const trigger = triggers.all().find((one) => one.id === id);
      if (!trigger) throw new BadRequest('There is no such trigger.', 404);
      return json(shownRecord(await timekeeper.fire(trigger, trigger.next)));
    },
  };
}

function bookView({ workbook, session, ui }: Host): BookView {
  const { title, locale, timeZone, tabs } = workbook;
  const listed = tabs.map(({ id, name, settings }) => {
    return { id, name, hidden: settings.hidden, color: settings.tabColor };
  });
  const { active } = session.information();
  return { title, locale, timeZone, active: active.sheet, tabs: listed, menus: ui.menus };
}

function tabWith(host: Host, id: string | undefined): Tab {
  const tab = host.workbook.tab(Number(id));
  if (!tab) throw new BadRequest('There is no such tab.', 404);
  return tab;
}
