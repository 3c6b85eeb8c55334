import { measure, verdict } from '../audit';
import { coloursIn } from '../css';

/** The colour that the page gives to the browser's frame. */
export const themeColour = measure({
  id: 'theme-colour',
  of: 'head',
  needs: ['metas'],
  judge: ({ metas }) => {
    const said = metas.find(({ name }) => name === 'theme-color')?.content ?? '';
    const colour = coloursIn([`color:${said}`])[0]?.value;
    return colour === undefined
      ? verdict('na', 'none given')
      : verdict('noted', `theme-color ${colour}`, { colour });
  },
  notes: {
    en: 'Colour given to the browser’s frame: {colour}.',
    'zh-TW': '瀏覽器外框的顏色：{colour}。',
    de: 'Farbe für den Rahmen des Browsers: {colour}.',
    ja: 'ブラウザーの枠の色：{colour}。',
  },
});
