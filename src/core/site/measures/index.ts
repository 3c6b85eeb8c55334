import type { Measure } from '../audit';
import { changedPages } from './changed-pages';
import { colours } from './colours';
import { themeColour } from './theme-colour';

/** All that is measured and not judged. */
export const MEASURES: readonly Measure[] = [colours, themeColour, changedPages];
