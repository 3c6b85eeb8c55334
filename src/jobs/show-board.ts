import { dayOf } from '../core/calendar';
import { type BoardInput, boardOf } from '../core/dashboard/board';
import { CHARTS } from '../core/dashboard/charts';
import type { Step } from '../core/dashboard/steps/step';
import { TILES } from '../core/dashboard/tiles';
import { ALL_CLIENTS, readView, segmentsIn } from '../core/dashboard/view';
import type { ProblemDetails } from '../core/problem';
import type { Sheets } from '../services';

const HOW =
  'Choose in the three cells above. The next beat obeys, or at once Perennial → Refresh the dashboard.';
const NO_STEPS =
  'Nothing for now. As soon as the figures are sure of something to do, it stands here.';

/** Shows the dashboard as its dropdowns say; returns what cannot be chosen. */
export function showBoard(
  sheets: Sheets,
  { steps, ...input }: BoardInput & { steps: readonly Step[] },
): ProblemDetails[] {
  const segments = segmentsIn(input.clients);
  const today = dayOf(input.now, input.zone);
  const { view, problems } = readView(sheets.dashboardChoices(), segments, today);
  const board = boardOf(input, view);
  sheets.showDashboard({
    note: problems.map(({ sentence, remedy }) => `${sentence} ${remedy}`).join(' ') || HOW,
    tiles: TILES.map((tile) => ({ tile, figures: tile.figures(board) })),
    steps:
      steps.length === 0 ? [NO_STEPS] : steps.map(({ sentence }, i) => `${i + 1}. ${sentence}`),
    charts: CHARTS.map((chart) => ({ chart, drawing: chart.draw(board) })),
    segments: [ALL_CLIENTS, ...segments],
  });
  return problems;
}
