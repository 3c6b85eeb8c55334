import { LONGEST_PICTURE } from '../src/core/picture';

/** Pixels of each side: twice what the page shows, for fine screens. */
const SIDE = 96;
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

/** The middle of an image file as a small square picture within a data address; rejects what is no image. */
export async function shrink(file: File): Promise<string> {
  const image = await createImageBitmap(file).catch(() => undefined);
  if (image === undefined)
    throw new Error(`“${file.name}” is not an image that a browser can show.`);
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser cannot make the picture small.');
  // JPEG knows no transparency; without this it would be black.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, SIDE, SIDE);
  pen.imageSmoothingQuality = 'high';
  const side = Math.min(image.width, image.height);
  const [x, y] = [(image.width - side) / 2, (image.height - side) / 2];
  pen.drawImage(image, x, y, side, side, 0, 0, SIDE, SIDE);
  const small = QUALITIES.map((quality) => canvas.toDataURL('image/jpeg', quality)).find(
    (address) => address.length <= LONGEST_PICTURE,
  );
  if (small === undefined) throw new Error(`“${file.name}” cannot be made small enough.`);
  return small;
}
