import { cut } from '../problem';
import { type Finding, verdict } from './audit';
import type { PictureFact } from './extras';

/** Whether a picture is there: certain only where it came, where it is gone, or where a page came in its place. */
export function judgePicture({ address, status, contentType }: PictureFact): Omit<Finding, 'id'> {
  const evidence = `${cut(address, 100)}: ${status ?? 'no answer'} ${cut(contentType, 40)}`.trim();
  const isThere = status !== null && status >= 200 && status < 300;
  if (status === 404 || status === 410) return verdict('fail', evidence);
  if (!isThere) return verdict('na', evidence);
  return verdict(/\bhtml\b/i.test(contentType) ? 'fail' : 'pass', evidence);
}
