import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** Lighthouse’s viewport: the page fits itself to a phone’s screen. */
export const viewport = audit({
  id: 'viewport',
  of: 'head',
  needs: ['metas'],
  judge: ({ metas }) => {
    const said = metas.find(({ name }) => name === 'viewport')?.content;
    if (said === undefined) return verdict('fail', 'no viewport');
    return verdict(fitsPhones(said) ? 'pass' : 'fail', cut(said, 80));
  },
  passes: {
    en: 'The page fits itself to a phone’s screen.',
    'zh-TW': '網頁會配合手機螢幕調整。',
    de: 'Die Seite passt sich an Handybildschirme an.',
    ja: 'ページがスマートフォンの画面に合わせて表示されます。',
  },
  fails: {
    en: 'The page does not fit itself to a phone’s screen.',
    'zh-TW': '網頁不會配合手機螢幕調整。',
    de: 'Die Seite passt sich nicht an Handybildschirme an.',
    ja: 'ページがスマートフォンの画面に合わせて表示されません。',
  },
  why: {
    en: 'Most visitors come with a phone, and would have to zoom.',
    'zh-TW': '多數訪客使用手機，否則得自行縮放。',
    de: 'Die meisten kommen mit dem Handy und müssten sonst zoomen.',
    ja: '多くの人はスマートフォンで見るため、拡大しないと読めません。',
  },
  remedy: {
    en: 'Have a viewport tag added to the page.',
    'zh-TW': '請在網頁加上 viewport 標籤。',
    de: 'Lassen Sie ein Viewport-Tag ergänzen.',
    ja: 'viewport タグを加えてもらいましょう。',
  },
});

function fitsPhones(content: string): boolean {
  const parts = content.split(/[,;]/).map((part) => part.split('=').map((said) => said.trim()));
  const valueOf = (name: string): string | undefined =>
    parts.find(([key]) => key?.toLowerCase() === name)?.[1];
  const scale = Number.parseFloat(valueOf('initial-scale') ?? '');
  if (scale < 1) return false;
  return scale >= 1 || (valueOf('width') ?? '') !== '';
}
