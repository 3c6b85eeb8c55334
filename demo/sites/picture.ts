import type { Chance } from '../random';
import type { Colours } from './look';

const WIDTH = 960;
const HEIGHT = 600;

/** A calm made-up picture as SVG: a sky, a light in it, and ranges of hills before it. */
export function picture(colours: Colours, draw: Chance): string {
  const light = {
    x: draw.whole(180, WIDTH - 180),
    y: draw.whole(110, 260),
    radius: draw.whole(46, 96),
  };
  const ranges = [0.25, 0.45, 0.7, 1].map((depth, i) => {
    const base = 270 + i * 85;
    return `<path d="${hills(base, 70 - i * 8, draw)}" fill="${colours.accent}" opacity="${depth}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colours.tint}"/>`,
    `<circle cx="${light.x}" cy="${light.y}" r="${light.radius * 2}" fill="${colours.paper}" opacity="0.5"/>`,
    `<circle cx="${light.x}" cy="${light.y}" r="${light.radius}" fill="${colours.paper}"/>`,
    ...ranges,
    `<path d="${hills(540, 30, draw)}" fill="${colours.deep}"/>`,
    '</svg>',
  ].join('\n');
}

/** A smooth ridge across the picture, closed at its foot. */
function hills(base: number, height: number, draw: Chance): string {
  const step = WIDTH / 4;
  const ridge = Array.from({ length: 4 }, (_, i) => {
    const end = (i + 1) * step;
    const rise = base - draw.whole(-height, height);
    const peak = base - draw.whole(0, height);
    return `S ${end - step / 2} ${peak} ${end} ${rise}`;
  });
  return `M 0 ${HEIGHT} L 0 ${base} ${ridge.join(' ')} L ${WIDTH} ${HEIGHT} Z`;
}
