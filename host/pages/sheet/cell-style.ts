import type { LookView, RunView } from '../../shared/view';
import { px } from './geometry';
import type { ShownCell } from './use-tab';

export type Style = Record<string, string>;

const alignments: Record<string, string> = { left: 'left', center: 'center', right: 'right' };
const lines: Record<string, string> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};

/** A cell's own style. Colours are the script's, so they go in by property, never as text. */
export function cellStyle(cell: ShownCell | null, height: number | null): Style {
  if (!cell) return {};
  const { style, kind } = cell;
  const usual = kind === 'number' ? 'right' : kind === 'boolean' ? 'center' : 'left';
  return {
    textAlign: alignments[style.align ?? ''] ?? usual,
    ...(style.background ? { backgroundColor: style.background } : {}),
    ...textStyle(style),
    ...(style.valign ? { verticalAlign: style.valign } : {}),
    ...(typeof style.rotation === 'number' ? { verticalAlign: 'middle' } : {}),
    ...(style.wrap === 'WRAP' ? { whiteSpace: 'pre-wrap' } : {}),
    ...(style.wrap === 'WRAP' && height !== null ? { maxHeight: px(height) } : {}),
    ...borderStyle(style),
  };
}

/** How a text looks, or a stretch of one. */
export function textStyle({ color, bold, italic, line, font, size }: Omit<RunView, 'text'>): Style {
  return {
    ...(color ? { color } : {}),
    ...(bold === undefined ? {} : { fontWeight: bold ? '600' : '400' }),
    ...(italic === undefined ? {} : { fontStyle: italic ? 'italic' : 'normal' }),
    ...(line ? { textDecoration: line } : {}),
    ...(font ? { fontFamily: font } : {}),
    ...(size ? { fontSize: `${Math.round((size * 13) / 10)}px` } : {}),
  };
}

function borderStyle({ borders }: LookView): Style {
  const style: Record<string, string> = {};
  for (const [side, line] of Object.entries(borders ?? {})) {
    const [kind = '', color = '#000000'] = String(line).split(' ');
    style[`border-${side}`] = `${lines[kind] ?? lines.SOLID} ${color}`;
  }
  return style;
}

/** Turned text stands on its own, so that turning does not change its cell. */
export function turned(rotation: number | 'vertical' | undefined): Style {
  if (rotation === undefined) return {};
  if (rotation === 'vertical') return { writingMode: 'vertical-rl', textOrientation: 'upright' };
  return { transform: `rotate(${-rotation}deg)`, width: 'max-content', margin: '0 auto' };
}
