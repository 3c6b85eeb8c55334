import type { Design } from '../look';
import { breeze } from './breeze';
import { counter } from './counter';
import { hearth } from './hearth';
import { lantern } from './lantern';
import { ledger } from './ledger';
import { porch } from './porch';

export const DESIGNS: readonly Design[] = [hearth, ledger, breeze, counter, porch, lantern];
