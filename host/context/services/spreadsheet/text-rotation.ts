import type { LookValue } from '../../../shared/cells';
import type { Thing } from '../../facade';

/** TextRotation: how far a cell's text is turned. */
export class TextRotation implements Thing {
  readonly kind = 'Spreadsheet.TextRotation';

  constructor(readonly rotation: number | 'vertical') {}

  static from(look: LookValue): TextRotation {
    return new TextRotation(look === 'vertical' ? look : Number(look ?? 0));
  }

  getDegrees(): number {
    return this.rotation === 'vertical' ? 0 : this.rotation;
  }

  isVertical(): boolean {
    return this.rotation === 'vertical';
  }
}
