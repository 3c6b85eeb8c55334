import type { Gradient, GradientPoint } from '../../../shared/cells';
import { enumValue, type EnumValue } from '../../enums';
import type { Thing } from '../../facade';

/** GradientCondition: a rule's scale of colours. */
export class GradientCondition implements Thing {
  readonly kind = 'Spreadsheet.GradientCondition';

  constructor(private readonly gradient: Gradient) {}

  point(name: keyof Gradient): GradientPoint | undefined {
    return this.gradient[name];
  }
}

for (const [name, point] of [
  ['Min', 'min'],
  ['Mid', 'mid'],
  ['Max', 'max'],
] as const) {
  define(`get${name}Color`, (found) => found?.color ?? '');
  define(`get${name}Type`, (found) =>
    found ? enumValue('Spreadsheet.InterpolationType', found.type) : null,
  );
  define(`get${name}Value`, (found) => found?.value ?? '');

  function define(
    method: string,
    show: (found: GradientPoint | undefined) => string | EnumValue | null,
  ): void {
    Object.defineProperty(GradientCondition.prototype, method, {
      value(this: GradientCondition) {
        return show(this.point(point));
      },
    });
  }
}
